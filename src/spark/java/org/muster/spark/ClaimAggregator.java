package org.muster.spark;

import org.apache.spark.sql.Row;

/** Collects the claims of rows, which have a column {@code claim} that may be null. */
final class ClaimAggregator extends BufferAggregator<Row> {

    private static final long serialVersionUID = 1;

    private final CitedWorks works;

    ClaimAggregator(CitedWorks works, int mostVoices) {
        super(mostVoices);
        this.works = works;
    }

    @Override
    public GroupBuffer reduce(GroupBuffer group, Row row) {
        group.add(row.getAs(ClaimRow.CLAIM), works);
        return group;
    }
}
