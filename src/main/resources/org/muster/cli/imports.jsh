import org.muster.capture.*
import org.muster.check.*
import org.muster.combine.*
import org.muster.compare.*
import org.muster.dossier.*
import org.muster.figure.*
import org.muster.importing.infobox.*
import org.muster.importing.table.*
import org.muster.interval.*
import org.muster.meta.*
import org.muster.plot.*
import org.muster.reading.*
import org.muster.reconcile.*
import org.muster.statistics.*
import org.muster.tablesaw.*
void show(Picture picture) throws IOException { System.out.println("Picture in " + Files.writeString(Files.createTempFile("muster-", ".svg"), picture.toSvg())); }
