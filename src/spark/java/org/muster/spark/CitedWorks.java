package org.muster.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.muster.dossier.Works;

/** The works that may be cited, on their way to all machines: read there again, from the bytes of {@code sources.csv}. */
final class CitedWorks implements Serializable {

    private static final long serialVersionUID = 1;

    /** Any may be cited. */
    static final CitedWorks ANY = new CitedWorks("", null);

    private final String name;
    private final byte @Nullable [] content;
    private transient volatile @Nullable Works works;

    private CitedWorks(String name, byte @Nullable [] content) {
        this.name = name;
        this.content = content;
    }

    /** Reads a file in any of Spark's file systems. */
    static CitedWorks read(SparkSession spark, String sources) throws IOException {
        Path path = new Path(sources);
        try (InputStream in =
                path.getFileSystem(spark.sparkContext().hadoopConfiguration()).open(path)) {
            return new CitedWorks(path.getName(), in.readAllBytes());
        }
    }

    Works works() {
        Works known = works;
        if (known == null) {
            known = content == null ? Works.any() : Works.read(name, content);
            works = known;
        }
        return known;
    }
}
