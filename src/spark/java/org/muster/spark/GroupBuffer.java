package org.muster.spark;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.muster.dossier.Claim;
import org.muster.dossier.Works;
import org.muster.summarize.Group;
import org.muster.summarize.Speaking;

/** A group of claims while Spark aggregates it; without claims at first. Between machines it travels as the group's bytes. */
public final class GroupBuffer implements Externalizable {

    private static final long serialVersionUID = 1;

    private int mostVoices;
    private @Nullable Group group;

    /** For {@link #readExternal}. */
    public GroupBuffer() {}

    GroupBuffer(int mostVoices) {
        this.mostVoices = mostVoices;
    }

    /** Adds the claim of a row, which is null if it could not be read. */
    void add(@Nullable Row row, CitedWorks cited) {
        if (row == null) {
            return;
        }
        Claim claim = ClaimRow.claim(row);
        Works works = cited.works();
        Group known = group;
        if (known == null) {
            known = Group.about(claim.quantity(), mostVoices);
            group = known;
        }
        boolean anyMayCopy = ClaimRow.origin(row) != null || works.haveOrigins();
        known.add(claim, Speaking.of(claim, works, anyMayCopy), "");
    }

    void merge(byte[] bytes) {
        merge(Group.of(bytes, mostVoices));
    }

    void merge(GroupBuffer other) {
        if (other.group != null) {
            merge(other.group);
        }
    }

    private void merge(Group other) {
        if (group == null) {
            group = other;
        } else {
            group.merge(other);
        }
    }

    /** Returns the group as bytes; null without a claim. */
    byte @Nullable [] toBytes() {
        return group == null ? null : group.toBytes();
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
        byte[] bytes = group == null ? new byte[0] : group.toBytes();
        out.writeInt(mostVoices);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
        mostVoices = in.readInt();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        group = bytes.length == 0 ? null : Group.of(bytes, mostVoices);
    }
}
