package org.muster.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** Prints a script that completes Muster's command lines. */
final class CompletionCommand implements Callable<Integer> {

    private final CommandSpec spec = Commands.command(
            this, "completion", "Prints a completion script for bash and zsh: source <(muster completion)");

    CommandSpec spec() {
        Commands.exitCodes(spec, "");
        return spec;
    }

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(AutoComplete.bash("muster", Muster.commandLine("")));
        spec.commandLine().getOut().flush();
        return Commands.DONE;
    }
}
