using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Collections;
using static BillingActors.Cli.Verbs.AccountOptions;

namespace BillingActors.Cli.Verbs;

/// <summary>billing dunning, the arrangements: promises, plans, agencies, and orders to the field.</summary>
internal static class ArrangementVerbs
{
    public static IEnumerable<Command> Of(Terminal terminal) =>
    [
        Promise(terminal), Plan(terminal), End(terminal), Agency(terminal), Commission(terminal), Notice(terminal),
        Contact(terminal), Check(terminal), Disconnect(terminal), Reconnect(terminal),
    ];

    private static Command Promise(Terminal terminal)
    {
        var amount = Needed<long>("--amount-minor", "Amount in minor units.");
        var dueOn = Needed<DateOnly>("--due-on", "Until when.");
        var saidBy = new Option<string>("--said-by")
        {
            Description = "Who said so, a code.",
            DefaultValueFactory = _ => "customer",
        };
        return new Command("promise", "Takes a promise to pay.") { Id, amount, dueOn, saidBy, Items }.SendsDated(
            terminal,
            "/collections/promises",
            parsed => new MakePromise(
                parsed.GetRequiredValue(Id),
                parsed.GetRequiredValue(amount),
                parsed.Day(),
                parsed.GetRequiredValue(dueOn),
                parsed.GetRequiredValue(saidBy),
                [.. parsed.GetValue(Items) ?? []]));
    }

    private static Command Plan(Terminal terminal)
    {
        var days = new Option<DateOnly[]>("--due-on")
        {
            Description = "Day of an instalment; once for each, rising.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var first = Allowed<long?>("--first-minor", "First instalment; the rest is split evenly.");
        return new Command("plan", "Agrees on instalments.") { Id, days, first, Items }.SendsDated(
            terminal,
            "/collections/plans",
            parsed => new AgreePlan(
                parsed.GetRequiredValue(Id),
                parsed.Day(),
                [.. parsed.GetValue(Items) ?? []],
                [.. parsed.GetRequiredValue(days)],
                parsed.GetValue(first)));
    }

    private static Command End(Terminal terminal)
    {
        var end = new Option<string>("--end")
        {
            Description = "cancelled, or for a placement recalled or returned, or for an order done.",
            DefaultValueFactory = _ => "cancelled",
        };
        var command = new Command("end", "Ends a promise, plan, placement or order by hand.");
        foreach (var kind in (string[])["promise", "plan", "placement", "order"])
        {
            command.Add(new Command(kind, $"Ends a {kind}.") { Id, end }.SendsDated(
                terminal,
                $"/collections/{kind}s/end",
                parsed => new EndArrangement(
                    parsed.GetRequiredValue(Id), parsed.GetRequiredValue(end), parsed.Day())));
        }
        return command;
    }

    private static Command Agency(Terminal terminal)
    {
        var agency = Needed<string>("--agency", "Agency.");
        var percent = Needed<decimal>("--commission-percent", "Commission of what it collects.");
        return new Command("agency", "Hands items to an agency.") { Id, agency, percent, Items }.SendsDated(
            terminal,
            "/collections/placements",
            parsed => new PlaceWithAgency(
                parsed.GetRequiredValue(Id),
                parsed.GetRequiredValue(agency),
                parsed.GetRequiredValue(percent),
                [.. parsed.GetValue(Items) ?? []],
                parsed.Day()));
    }

    private static Command Commission(Terminal terminal)
    {
        var placement = Needed<string>("--placement", "Placement.");
        var collected = Needed<long>("--collected-minor", "What the agency collected.");
        return new Command("commission", "Books what an agency kept.") { Id, placement, collected }.SendsDated(
            terminal,
            "/collections/commissions",
            parsed => new BookCommission(
                parsed.GetRequiredValue(placement),
                parsed.GetRequiredValue(Id),
                parsed.GetRequiredValue(collected),
                parsed.Day()),
            needsReason: true);
    }

    private static Command Notice(Terminal terminal)
    {
        var contract = Needed<string>("--contract", "Contract.");
        var delivery = Needed<string>("--delivery", "mail or delivered.");
        return new Command("notice", "Notes the legal notice before a disconnection.") { Id, contract, delivery }
            .SendsDated(terminal, "/collections/notices", parsed => new ServeNotice(
                parsed.GetRequiredValue(Id),
                parsed.GetRequiredValue(contract),
                parsed.GetRequiredValue(delivery),
                parsed.Day()));
    }

    private static Command Contact(Terminal terminal)
    {
        var channel = Needed<string>("--channel", "Such as phone.");
        return new Command("contact", "Notes an attempt to reach the customer.") { Id, channel }.SendsDated(
            terminal,
            "/collections/contacts",
            parsed => new RecordContact(
                parsed.GetRequiredValue(Id), parsed.GetRequiredValue(channel), parsed.Day()));
    }

    private static Command Check(Terminal terminal)
    {
        var contract = Needed<string>("--contract", "Contract.");
        return new Command("check", "Names every reason against cutting a supply.") { contract, On }
            .Shows<DisconnectionCheckView>(
                terminal,
                parsed => Paths.List(
                    "/collections/disconnection",
                    ("contractId", parsed.GetRequiredValue(contract)),
                    ("on", Amounts.Day(parsed.Day()))),
                view => terminal.Line(view.Blocks.IsEmpty ? "may be cut" : string.Join(", ", view.Blocks)));
    }

    private static Command Disconnect(Terminal terminal)
    {
        var contract = Needed<string>("--contract", "Contract.");
        var low = Allowed<decimal?>("--forecast-low", "Lowest temperature that is expected, in degrees Celsius.");
        var high = Allowed<decimal?>("--forecast-high", "Highest temperature that is expected.");
        return new Command("disconnect", "Orders that a supply is cut.") { Id, contract, low, high }.SendsDated(
            terminal,
            "/collections/disconnections",
            parsed => new OrderDisconnection(
                parsed.GetRequiredValue(Id),
                parsed.GetRequiredValue(contract),
                parsed.Day(),
                parsed.GetValue(low),
                parsed.GetValue(high)),
            needsReason: true);
    }

    private static Command Reconnect(Terminal terminal)
    {
        var contract = Needed<string>("--contract", "Contract.");
        var isFree = new Option<bool>("--free") { Description = "Leave the fee out." };
        return new Command("reconnect", "Orders that a supply is switched on again.")
        {
            Id, contract, isFree,
        }.SendsDated(
            terminal,
            "/collections/reconnections",
            parsed => new OrderReconnection(
                parsed.GetRequiredValue(Id), parsed.GetRequiredValue(contract), parsed.Day(), parsed.GetValue(isFree)));
    }
}
