package io.plateflow.local;

import io.plateflow.local.send.Send;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit codes: 0 done, 1 unhealthy or failed, 2 refused or misused. */
@Command(
        name = "plateflow",
        mixinStandardHelpOptions = true,
        description = "Photos of vehicles in; plates, stays and charges out.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            Send.class,
            StatusCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            RecountCommand.class,
            ReconcileCommand.class,
            BenchCommand.class
        })
final class Plateflow {
    private Plateflow() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Plateflow()).setExecutionExceptionHandler(Plateflow::explain);
    }

    /** A refusal is a sentence; anything else is a fault of the program and keeps its trace. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof Refused) {
            command.getErr().println(failure.getMessage());
            return Refused.EXIT_CODE;
        }
        throw failure;
    }
}
