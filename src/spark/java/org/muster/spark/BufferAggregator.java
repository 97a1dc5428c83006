package org.muster.spark;

import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;
import org.jspecify.annotations.Nullable;

/**
 * Collects a group of claims, and returns it as bytes; null without a claim.
 *
 * @param <I> the type of what is collected
 */
abstract class BufferAggregator<I> extends Aggregator<I, GroupBuffer, byte[]> {

    private static final long serialVersionUID = 1;

    private final int mostVoices;

    BufferAggregator(int mostVoices) {
        this.mostVoices = mostVoices;
    }

    @Override
    public GroupBuffer zero() {
        return new GroupBuffer(mostVoices);
    }

    @Override
    public GroupBuffer merge(GroupBuffer one, GroupBuffer other) {
        one.merge(other);
        return one;
    }

    @Override
    public byte @Nullable [] finish(GroupBuffer group) {
        return group.toBytes();
    }

    @Override
    public Encoder<GroupBuffer> bufferEncoder() {
        return Encoders.javaSerialization(GroupBuffer.class);
    }

    @Override
    public Encoder<byte[]> outputEncoder() {
        return Encoders.BINARY();
    }
}
