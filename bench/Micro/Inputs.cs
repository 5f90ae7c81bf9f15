using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tax;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Micro;

/// <summary>A household in July: one contract, three lines and a tax, by quarter hours or by a register.</summary>
internal static class Inputs
{
    public const string Key = "bench/A1";

    private const string PointId = "P1";
    private const string Serial = "M1";
    private const int MinutesPerDay = 1440;
    private const int Quarter = 15;
    private const int DayFrom = 8 * 60;
    private const int DayUntil = 20 * 60;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly Currency Euro = Currency.Of("EUR");
    private static readonly LocalDate From = new(2025, 7, 1);

    public static readonly Period July = new(From, From.PlusMonths(1));

    public static readonly LegalEntity Entity = new(
        "bench", Euro, Zone, "INV", NeedsSecondPerson: false,
        new ApprovalPolicy(ApprovalPolicy.DefaultsOf(Euro), 7, GivesTaxRelief: false));

    private static readonly BillCycle Cycle = new("monthly", "bench", BillingCalendar.Monthly, 5, 0, 0, false);

    public static readonly Tariff Home = new("home", "Home", Euro, Zone, [Version()]);

    /// <summary>The same household with a price of the day and one of the night and the weekend.</summary>
    public static readonly Tariff ByHour = new("hours", "By hour", Euro, Zone, [VersionByHour()]);

    /// <summary>2,976 quarter hours; in the zone's own offset, so that all of them fall into the bill.</summary>
    public static ContractUsage ByIntervals { get; } = Every(Quarter);

    /// <summary>Intervals of so many minutes, in the zone's own offset.</summary>
    public static ContractUsage Every(int minutes) => new(
        new(PointId, "bench",
            [new(Serial, From, null, [], [new Channel("E1", "kWh", Direction.Import, minutes, 120)])]),
        [.. Enumerable.Range(0, July.Days).Select(number => Day(number, minutes))],
        []);

    /// <summary>Two reads of one register.</summary>
    public static ContractUsage ByRegister { get; } = new(
        new(PointId, "bench", [new(Serial, From, null, [new("11", "kWh", Direction.Import, 6, 1m)], [])]),
        [],
        [Read(July.From, 1000), Read(July.Until, 1312)]);

    /// <summary>All interval values of the month in one array: what a loop without any rules adds up.</summary>
    public static long[] BareValues => [.. ByIntervals.Days.SelectMany(day => day.Values)];

    /// <summary>To which sum each of them belongs where day and night have their own: looked up beforehand.</summary>
    public static byte[] BarePeriods =>
    [
        .. Enumerable.Range(0, July.Days * MinutesPerDay / Quarter).Select(static interval =>
        {
            var (day, minute) = (From.PlusDays(interval * Quarter / MinutesPerDay), interval * Quarter % MinutesPerDay);
            var isDay = day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
                && minute is >= DayFrom and < DayUntil;
            return (byte)(isDay ? 0 : 1);
        }),
    ];

    public static Account Account { get; } = Fold(Account.None, Opening);

    public static ImmutableArray<AccountEvent> Opening =>
    [
        new AccountEvent.Opened("bench", "C1", "EUR", Cycle.Id, 14, From),
        new AccountEvent.ContractStarted("K1", PointId, Home.Id, From, null),
    ];

    public static RatingRequest Request(ContractUsage usage) =>
        new("K1", Home, July, July, usage, [], Cycle.ReadWindowDays, Euro, Zone);

    public static ClosingInputs Closing(ContractUsage usage) =>
        new(July.Until, Entity, Cycle, [new ContractInputs("K1", usage, [Home])]);

    public static IssueInvoice Issue(ContractUsage usage) => new(
        "bench.A1.3", "run-1", July.Until.PlusDays(2), CycleCalculation.Calculate(Account, Closing(usage)).Plan!);

    /// <summary>Opening, contract and eleven bills in a row.</summary>
    public static ImmutableArray<AccountEvent> ThirteenEvents()
    {
        var issued = (AccountEvent.InvoiceIssued)CycleClosing.Decide(Account, Issue(ByRegister)).Events[0];
        return
        [
            .. Opening,
            .. Enumerable.Range(0, 11).Select(month => issued with
            {
                InvoiceId = $"bench.A1.{month + 3}",
                Contracts = [issued.Contracts[0] with { Period = Month(month) }],
            }),
        ];
    }

    public static Account Fold(Account account, ImmutableArray<AccountEvent> events)
    {
        var version = 0L;
        foreach (var happened in events)
            account = account.Apply(happened, Envelope(++version));
        return account;
    }

    public static EventEnvelope Envelope(long version) => new(
        new CommandContext(
            $"command-{version}", new Actor(ActorKind.Job, "bill-run"), "run", Instant.FromUtc(2025, 8, 2, 3, 0)),
        "hash",
        null,
        version,
        [new DocumentNumber("INV", version)]);

    private static Period Month(int number) => new(From.PlusMonths(number), From.PlusMonths(number + 1));

    private static TariffVersion VersionByHour()
    {
        var flat = Version();
        var hours = new TimeOfUseCalendar(
            "hours", [], [], [new TimeOfUseRule(null, DayKind.Weekday, DayFrom, DayUntil, "day")], "night");
        var price = new PriceModel.TimeOfUse(
            "hours", [new("day", new PriceModel.Flat(0.3071m)), new("night", new PriceModel.Flat(0.2314m))]);
        var energy = ((Charge.Usage)flat.Charges[1]) with { Price = price };
        return flat with { Calendars = [hours], Charges = flat.Charges.SetItem(1, energy) };
    }

    private static TariffVersion Version() => new(
        1,
        From.PlusYears(-1),
        null,
        [],
        [
            new Charge.Fixed(new("base", "Base price", "standard"), ChargePer.Month, 9.90m),
            new Charge.Usage(
                new("energy", "Energy", "standard"), new(Direction.Import, [], "kWh"), new PriceModel.Flat(0.2871m)),
            new Charge.Percentage(new("loyalty", "Loyalty discount", "standard"), -2.5m, new([], [])),
        ],
        [new TaxRule("VAT", "Value added tax", 19m, ["standard"])]);

    private static IntervalDay Day(int number, int minutes) => new(
        PointId,
        "E1",
        From.PlusDays(number),
        minutes,
        120,
        "kWh",
        3,
        [.. Enumerable.Range(0, MinutesPerDay / minutes).Select(i => 50L + ((number * 31) + (i * 7)) % 200)],
        [new QualityRun(1, MinutesPerDay / minutes, ReadQuality.Actual)],
        1,
        new SourceReference("import-1", number + 1));

    private static RegisterRead Read(LocalDate on, long value) => new(
        PointId, "11", Serial, on, value, 0, ReadQuality.Actual, ReadKind.Scheduled, 1, new("import-1", 1));
}
