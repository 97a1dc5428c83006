import org.muster.compare.*
import org.muster.dossier.*
import org.muster.figure.*
import org.muster.infobox.*
import org.muster.interval.*
import org.muster.reconcile.*
import org.muster.statistics.*
import org.muster.table.*
