@SuppressWarnings("requires-automatic")
module limits {
    requires org.muster;
}
