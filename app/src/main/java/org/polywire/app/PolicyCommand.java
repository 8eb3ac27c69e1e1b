package org.polywire.app;

import org.polywire.check.Policy;
import picocli.CommandLine.Command;

@Command(
        name = "policy",
        description =
                "Prints the policy that comes with the program: what the checks ask of a translation before it is published."
                        + " As a file of yours, named in the configuration under checks.policy, it counts in its place.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./polywire policy", "  ./polywire policy > policy.txt"})
final class PolicyCommand extends PolywireCommand {
    @Override
    public Integer call() {
        print(Policy.text());
        return Exit.DONE;
    }
}
