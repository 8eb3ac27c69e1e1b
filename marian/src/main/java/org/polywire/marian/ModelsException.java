package org.polywire.marian;

import java.io.IOException;

/** Says why models could not be listed, fetched or put in place. Nothing that was in use has changed. */
public final class ModelsException extends IOException {
    private static final long serialVersionUID = 1;

    /** Stable names of what went wrong, with their plain words. */
    public enum Fault {
        NO_SUCH_MODEL("The catalogue has no such model."),
        NOT_INSTALLED("No such model is installed."),
        UNREACHABLE(
                "The catalogue could not be reached. Check the network, or copy the files in by hand: --from FOLDER."),
        HOST_REFUSED("The catalogue leads to a server that is not on the list of those that we fetch from."),
        SERVER_ERROR("The server answered with an error; try again later."),
        BAD_CATALOGUE("What the server sent is not a catalogue of models."),
        WRONG_SIZE("A file has another size than announced; it was thrown away."),
        WRONG_HASH("A file is not what was announced (its hash differs); it was thrown away."),
        BAD_PACKING("A file could not be unpacked; it was thrown away."),
        BAD_MODEL("The files are whole, but they are no model that can be run."),
        INCOMPLETE("Files are missing: a model needs its weights, its shortlist and one vocabulary or two."),
        NO_SPACE("The disk has no room for it."),
        DISK("The disk could not be read or written."),
        BUSY("Another program is changing this model now; try again when it is done.");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final Fault fault;

    ModelsException(Fault fault, String detail) {
        super(fault + ": " + fault.words() + (detail.isEmpty() ? "" : " " + detail));
        this.fault = fault;
    }

    ModelsException(Fault fault, String detail, Throwable cause) {
        this(fault, detail);
        initCause(cause);
    }

    public Fault fault() {
        return fault;
    }
}
