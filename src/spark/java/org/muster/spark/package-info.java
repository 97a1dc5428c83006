/**
 * What the claims of very large tables say together, in Apache Spark: the accumulators of {@link org.muster.compare} as
 * aggregators of Datasets and as functions of SQL (docs/spark.md).
 */
@NullMarked
package org.muster.spark;

import org.jspecify.annotations.NullMarked;
