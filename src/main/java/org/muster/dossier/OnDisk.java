package org.muster.dossier;

import java.util.Arrays;

/** What the files of a dossier say beside its content: its title, and the line of each claim. */
final class OnDisk {

    /** A dossier made in code. */
    static final OnDisk NOTHING = new OnDisk("", new int[0]);

    private final String title;
    private final int[] lines;

    private OnDisk(String title, int[] lines) {
        this.title = title;
        this.lines = lines;
    }

    static OnDisk of(String title, int[] lines) {
        return new OnDisk(title, lines.clone());
    }

    /** The same for the claims at some places. */
    OnDisk taking(int[] places) {
        return new OnDisk(title, Arrays.stream(places).map(this::line).toArray());
    }

    /** The title; blank where no file gives one. */
    String title() {
        return title;
    }

    /** The line of the claim at a place in the dossier; 0 where it stands in no file. */
    int line(int index) {
        return index < lines.length ? lines[index] : 0;
    }
}
