package org.polywire.app;

import java.util.Arrays;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program's entry: the command line with all its commands. */
@Command(
        name = "polywire",
        description =
                "A newsroom that runs itself: it follows news sources, translates each article on this machine, checks"
                        + " the translation and publishes it.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Polywire.Version.class,
        usageHelpAutoWidth = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "./polywire test installs what the tests use, where it may, and runs all of them.",
            "For a first look: ./polywire demo"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:Done, but something is not as it should be; the output says what.",
            "2:The command was not understood.",
            "3:The configuration is wrong.",
            "4:Something is missing on this machine, or a file or address cannot be read.",
            "5:Polywire could not be built.",
            "6:Polywire made an error."
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            FollowCommand.class,
            ReplayCommand.class,
            SourcesCommand.class,
            WhereCommand.class,
            WithdrawCommand.class,
            ExportCommand.class,
            RebuildCommand.class,
            ConnectorsCommand.class,
            ExtractCommand.class,
            TranslateCommand.class,
            ServeTranslationCommand.class,
            EnginesCommand.class,
            GlossaryCommand.class,
            PolicyCommand.class,
            MemoryCommand.class,
            ModelsCommand.class,
            DoctorCommand.class
        })
public final class Polywire implements Runnable {
    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the details of errors and what goes on inside.")
    private boolean debug;

    @Spec
    private @Nullable CommandSpec spec;

    Polywire() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line, ready to execute; writes to the standard streams unless told otherwise. */
    static CommandLine commandLine() {
        Polywire polywire = new Polywire();
        CommandLine line = new CommandLine(polywire);
        ServiceLoader.load(CommandProvider.class).forEach(provider -> line.addSubcommand(provider.command()));
        String[] inherited = line.getCommandSpec().usageMessage().footer();
        line.getSubcommands().values().forEach(command -> exemplify(command, inherited));
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(polywire::execute)
                .setExecutionExceptionHandler(polywire::explain)
                .setParameterExceptionHandler((misuse, arguments) -> correct(misuse));
    }

    /** Those within a command that have no examples of their own inherit the program's footer: they get the command's examples of them. */
    private static void exemplify(CommandLine command, String[] inherited) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        for (CommandLine inner : command.getSubcommands().values()) {
            UsageMessageSpec its = inner.getCommandSpec().usageMessage();
            if (Arrays.equals(its.footer(), inherited)) {
                String start = "  ./" + inner.getCommandSpec().qualifiedName() + " ";
                its.footerHeading(usage.footerHeading())
                        .footer(Stream.of(usage.footer())
                                .filter(example -> example.startsWith(start))
                                .toArray(String[]::new));
            }
        }
    }

    /** As picocli does, but with the command that has the fewest letters to change: its own measure takes memory for dmeo. */
    private static int correct(ParameterException misuse) {
        CommandLine line = misuse.getCommandLine();
        line.getErr().println(misuse.getMessage());
        if (misuse instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            Nearest.to(
                            unmatched.getUnmatched().getFirst(),
                            line.getSubcommands().keySet())
                    .ifPresentOrElse(
                            command -> line.getErr()
                                    .println("Did you mean: "
                                            + line.getCommandSpec().qualifiedName() + " " + command + "?"),
                            () -> line.usage(line.getErr()));
        } else if (!UnmatchedArgumentException.printSuggestions(misuse, line.getErr())) {
            line.usage(line.getErr());
        }
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private int execute(ParseResult parsed) {
        JsonLog.install(debug ? Level.FINE : Level.SEVERE);
        return new CommandLine.RunLast().execute(parsed);
    }

    private int explain(Exception failure, CommandLine line, ParseResult parsed) {
        if (debug) {
            failure.printStackTrace(line.getErr());
        }
        if (failure instanceof CannotGoOn reason) {
            line.getErr().println(reason.getMessage());
            return reason.exit();
        }
        line.getErr()
                .println("Polywire made an error: " + failure
                        + (debug ? "" : "\nRun it again with --debug for the details."));
        return Exit.INTERNAL;
    }

    /** Without a command. */
    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Say what to do; for a first look: ./polywire demo");
    }

    /** The version of the build. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Polywire.class.getPackage().getImplementationVersion();
            return new String[] {"Polywire " + (version == null ? "(not built by the launcher)" : version)};
        }
    }
}
