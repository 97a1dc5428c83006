package org.muster.spark;

import org.jspecify.annotations.Nullable;

/** Merges groups that are given as bytes; nulls are groups without claims. */
final class GroupAggregator extends BufferAggregator<byte[]> {

    private static final long serialVersionUID = 1;

    GroupAggregator(int mostVoices) {
        super(mostVoices);
    }

    @Override
    public GroupBuffer reduce(GroupBuffer group, byte @Nullable [] bytes) {
        if (bytes != null) {
            group.merge(bytes);
        }
        return group;
    }
}
