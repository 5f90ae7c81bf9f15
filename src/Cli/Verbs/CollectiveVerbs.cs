using System.CommandLine;
using System.Globalization;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Collectives;
using static BillingActors.Cli.Verbs.AccountOptions;

namespace BillingActors.Cli.Verbs;

/// <summary>billing collective: parents, children, and the collective bills of parents.</summary>
internal static class CollectiveVerbs
{
    private static readonly Option<string> Bill = Needed<string>("--bill", "Collective bill.");

    public static Command Create(Terminal terminal) =>
        new("collective", "Parents that pay the bills of children, and their collective bills.")
        {
            Start(terminal), End(terminal), Join(terminal), Leave(terminal), Show(terminal), Children(terminal),
            Document(terminal), Lines(terminal),
        };

    private static Command Start(Terminal terminal)
    {
        var day = Needed<int>("--bill-day", "Day of the month of its collective bills, 1 to 28.");
        return new Command("start", "Lets an account pay for others, or moves its bill day.") { day }.Sends(
            terminal, "/collective", parsed => new StartCollective(parsed.GetRequiredValue(day)));
    }

    private static Command End(Terminal terminal)
    {
        var successor = Allowed<string>("--successor", "Account its children move to; none: they go back.");
        return new Command("end", "Ends that an account pays for others.") { successor }.Sends(
            terminal, "/collective/end", parsed => new EndCollective(parsed.GetValue(successor)));
    }

    private static Command Join(Terminal terminal)
    {
        var parent = Needed<string>("--parent", "Account of the same legal entity that pays.");
        return new Command("join", "Has another account pay the bills of this one.") { parent }.Sends(
            terminal, "/parent", parsed => new JoinParent(parsed.GetRequiredValue(parent)));
    }

    private static Command Leave(Terminal terminal) =>
        new Command("leave", "Has an account pay its bills itself again.").Sends(
            terminal, "/parent/leave", static _ => new { });

    private static Command Show(Terminal terminal) =>
        new Command("show", "Shows who pays the bills of an account, and its collective bills.").Shows<CollectiveView>(
            terminal,
            _ => "/collective",
            view =>
            {
                terminal.Line($"{view.EntityId}/{view.AccountId}: "
                    + (view.ParentId is { } parent ? $"paid by {parent}" : "pays its bills itself")
                    + (view.NextOn is { } next ? $", next collective bill on {Amounts.Day(next)}" : "")
                    + (view.EndedOn is { } ended ? $", takes no children since {Amounts.Day(ended)}" : "")
                    + (view.SuccessorId is { } successor ? $", they moved to {successor}" : ""));
                foreach (var bill in view.Bills)
                    Print(terminal, bill, view.Currency);
            });

    private static Command Children(Terminal terminal)
    {
        var command = new Command("children", "Lists the accounts that an account pays for.") { Account };
        return command.Lists<ChildRow>(
            terminal,
            parsed => Paths.Account(parsed.GetRequiredValue(Account), "/collective/children"),
            row => terminal.Line(row.AccountId));
    }

    private static Command Document(Terminal terminal) =>
        new Command("bill", "Shows a collective bill with its taxes.") { Bill }.Shows<CollectiveBillView>(
            terminal,
            PathOf,
            view =>
            {
                Print(terminal, view.Bill, view.Currency);
                foreach (var tax in view.Taxes)
                {
                    terminal.Line($"    {tax.Code} {tax.Percent.ToString(CultureInfo.InvariantCulture)} %: "
                        + Amounts.Of(tax.AmountMinor, view.Currency) + " on "
                        + Amounts.Of(tax.BaseMinor, view.Currency));
                }
            });

    private static Command Lines(Terminal terminal)
    {
        var command = new Command("lines", "Lists the bills of children on a collective bill.") { Account, Bill };
        return command.Lists<CollectiveLineRow>(
            terminal,
            parsed => Paths.Account(parsed.GetRequiredValue(Account), PathOf(parsed) + "/lines"),
            row => terminal.Line($"{row.AccountId}  {row.Number}  "
                + row.TotalMinor.ToString(CultureInfo.InvariantCulture)));
    }

    private static string PathOf(ParseResult parsed) =>
        "/collective/bills/" + Uri.EscapeDataString(parsed.GetRequiredValue(Bill));

    private static void Print(Terminal terminal, CollectiveBillRow bill, string currency) => terminal.Line(
        $"  {bill.BillId}: {bill.LineCount} bills, {Amounts.Of(bill.TotalMinor, currency)}, "
        + $"due on {Amounts.Day(bill.DueOn)}");
}
