using System.Text;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tax;
using BillingActors.Storage.Accounts;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Storage.Tests.Accounts;

/// <summary>
/// Whatever was stored once must load for ever and give the same bytes. Files are only ever added:
/// <c>BILLING_WRITE_GOLDEN=1</c> writes those that are missing and touches no other.
/// </summary>
public sealed class AccountGoldenTests
{
    private static readonly LocalDate Day = new(2025, 1, 31);
    private static readonly Period January = new(new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 1));

    private static readonly string Folder = Path.Combine(Root(), "tests", "Storage.Tests", "Golden");

    public static TheoryData<string> Events => [.. Samples.Keys];

    public static TheoryData<string> EventFiles =>
        [.. Directory.GetFiles(Path.Combine(Folder, "events"), "*.json").Select(path => Path.GetFileName(path))];

    private static Dictionary<string, AccountEvent> Samples { get; } = new(
        CollectionSamples.All.Concat(CashSamples.All).Concat(TransferSamples.All).Concat(CreditSamples.All)
            .Concat(DepositSamples.All).Concat(BudgetSamples.All).Concat(CollectiveSamples.All)
            .Concat(UsageSamples.All),
        StringComparer.Ordinal)
    {
        ["opened"] = new AccountEvent.Opened("ACME", "C-1", "EUR", "monthly", 14, Day),
        ["profile-changed"] = new AccountEvent.ProfileChanged("monthly", "quarterly", 14, 0),
        ["contract-started"] = new AccountEvent.ContractStarted("CT-1", "SP-1", "home", Day, null),
        ["contract-started-limited"] = new AccountEvent.ContractStarted("CT-1", "SP-1", "home", Day, Day.PlusYears(1)),
        ["contract-tariff-changed"] = new AccountEvent.ContractTariffChanged("CT-1", "home", "home-tou", Day),
        ["contract-ended"] = new AccountEvent.ContractEnded("CT-1", null, Day),
        ["charge-added"] = new AccountEvent.ChargeAdded("CH-1", "Zählerprüfung <\"50 %\">", -1250, "standard", Day),
        ["charge-removed"] = new AccountEvent.ChargeRemoved("CH-1"),
        ["invoice-issued"] = Issued("R-1"),
        ["invoice-issued-with-state"] = Issued("R-1") with
        {
            Contracts = [Issued("R-1").Contracts[0] with { State = Left }],
        },
        ["invoice-issued-with-event-demands"] = Issued("R-1") with
        {
            Contracts = [Issued("R-1").Contracts[0] with { State = RatingState.Empty with { Peaks = [InEvent] } }],
        },
        ["invoice-issued-final"] = Issued("R-1") with { IsFinal = true },
        ["invoice-issued-with-reasons"] = Issued("R-1") with
        {
            Taxes =
            [
                new TaxShare("VAT", 0m, 6000, 0) { Jurisdiction = "fr", Reason = "reverse-charge" },
            ],
        },
        ["invoice-issued-on-budget"] = Issued("R-1") with { BudgetId = "B-1" },
        ["invoice-issued-to-parent"] = Issued("R-1") with { ParentId = "A-0" },
        ["invoice-issued-empty"] = new AccountEvent.InvoiceIssued(
            "A-1-7", null, January, Day, Day, 0, 0, [], [], [], []),
        ["closed"] = new AccountEvent.Closed(Day),
        ["item-adjusted"] = new AccountEvent.ItemAdjusted("AD-1", AdjustmentKind.FeeWaiver, "courtesy", Day, Fee),
        ["items-written-off"] = new AccountEvent.ItemsWrittenOff(
            "WO-1", WriteOffKind.BadDebt, "insolvent", Day, [Bill, Fee], [new TaxShare("VAT", 19m, 6000, 1140)]),
        ["write-off-recovered"] = new AccountEvent.WriteOffRecovered(
            "RE-1", "WO-1", Day, [Bill], [new TaxShare("VAT", 19m, 6000, 1140)]),
        ["action-requested-adjust"] = Asked(new MoneyAction.Adjusting(
            new AdjustItem("AD-1", "FEE-1", 500, AdjustmentKind.Goodwill, "courtesy", Day))),
        ["action-requested-write-off"] = Asked(new MoneyAction.WritingOff(new WriteOffItems(
            "WO-1", WriteOffKind.SmallBalance, "small", Day,
            [new TaxedItem("A-1-7", [new TaxShare("VAT", 19m, 6000, 1140)]), new TaxedItem("FEE-1", [])]))),
        ["action-requested-recover"] = Asked(
            new MoneyAction.Recovering(new RecoverWriteOff("RE-1", "WO-1", 7140, Day))),
        ["action-approved"] = new AccountEvent.ActionApproved("AD-1", "clerk", Day),
        ["action-rejected"] = new AccountEvent.ActionRejected("AD-1", "clerk", Day),
        ["action-withdrawn"] = new AccountEvent.ActionWithdrawn("AD-1", Day),
        ["action-voided"] = new AccountEvent.ActionVoided("AD-1", "effect-changed", Day),
        ["action-document-added"] = new AccountEvent.ActionDocumentAdded("AD-1", "ev-0123", Day),
    };

    private static ItemShare Bill =>
        new("A-1-7", "INV-00000042", 7140, Day, Day.PlusDays(14), 7140);

    private static ItemShare Fee => new("FEE-1", "", 500, Day, Day, 500, ItemKind.Fee);

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_written_as_it_always_was(string name) =>
        AssertGolden(Path.Combine("events", name + ".json"), AccountEventJson.Write(Samples[name]));

    [Theory]
    [MemberData(nameof(EventFiles))]
    public void Every_event_ever_written_loads_and_gives_the_same_bytes(string file)
    {
        var stored = File.ReadAllText(Path.Combine(Folder, "events", file)).TrimEnd('\n');

        Assert.Equal(stored, Text(AccountEventJson.Write(AccountEventJson.ReadEvent(Encoding.UTF8.GetBytes(stored)))));
    }

    [Fact]
    public void Every_case_has_a_golden_file() => Assert.Equal(
        typeof(AccountEvent).GetNestedTypes()
            .Where(type => type.IsSubclassOf(typeof(AccountEvent)) && !type.IsAbstract).ToHashSet(),
        Samples.Values.Select(sample => sample.GetType()).ToHashSet());

    [Fact]
    public void A_snapshot_is_written_as_it_always_was_while_its_shape_is_the_same()
    {
        var account = Account.None;
        string[] names = ["opened", "contract-started", "charge-added", "invoice-issued"];
        for (var i = 0; i < names.Length; i++)
            account = account.Apply(Samples[names[i]], Envelope(i + 1, Samples[names[i]]));
        var body = AccountEventJson.Write(account);

        AssertGolden(Path.Combine("snapshots", $"account-{AccountEventJson.SnapshotSchema:x16}.json"), body);
        Assert.Equal(Text(body), Text(AccountEventJson.Write(AccountEventJson.ReadAccount(body))));
    }

    [Fact]
    public void A_document_is_written_as_it_always_was()
    {
        var before = new LoadedAccount(
            "ACME/A-1", Account.None.Apply(Samples["opened"], Envelope(1, Samples["opened"])), 1, HashChain.Start);
        var body = AccountEventJson.Write(Turns.Bill(before, "R-1").Invoice!);

        AssertGolden(Path.Combine("documents", "invoice.json"), body);
        Assert.Equal(Text(body), Text(AccountEventJson.Write(AccountEventJson.ReadInvoice(body))));
    }

    [Fact]
    public void A_document_with_reasons_and_taxes_by_line_is_written_as_it_always_was()
    {
        var before = new LoadedAccount(
            "ACME/A-1", Account.None.Apply(Samples["opened"], Envelope(1, Samples["opened"])), 1, HashChain.Start);
        var plain = Turns.Bill(before, "R-1").Invoice!;
        var body = AccountEventJson.Write(plain with
        {
            Lines = [plain.Lines[0] with { Gross = new Money(3570, plain.Net.Currency) }, .. plain.Lines.Skip(1)],
            Taxes =
            [
                plain.Taxes[0] with { Jurisdiction = "de", PerUnit = 0.0205m, Unit = "kWh" },
                plain.Taxes[0] with { Percent = 0m, Reason = TaxReason.ReverseCharge, Evidence = "checked 2024-12-20" },
            ],
            LineTaxes = [new LineTax(0, 0, 3000, 570), new LineTax(1, 1, 2000, 0)],
            Notes = ["Reverse charge: VAT is owed by the customer."],
        });

        AssertGolden(Path.Combine("documents", "invoice-taxed.json"), body);
        Assert.Equal(Text(body), Text(AccountEventJson.Write(AccountEventJson.ReadInvoice(body))));
    }

    private static RatingState Left => new(
        [new PeakDemand("demand", January, "peak", 41.5m)],
        [new EnergyBank("net", null, "kWh", 12.25m, Day)],
        [
            new BucketBalance(
                "minutes", "s", 3600m, Instant.FromUtc(2025, 1, 1, 0, 0), Instant.FromUtc(2025, 2, 1, 0, 0))
            {
                Subscriber = "subscriber-1",
                RolledOver = 1,
            },
        ],
        [new WindowCounter("energy", "peak", January, 60m)],
        [new BilledAmount("seats", "1", January, 5m, 12345, "team@2")])
    {
        Sessions =
        [
            new CallSession(
                "s-1", "call", "subscriber-1", Instant.FromUtc(2025, 1, 31, 22, 59), true, 61m, 60m, 0.12m, 0.1m),
        ],
    };

    private static PeakDemand InEvent => new("transmission", January, null, 41.5m)
    {
        EventAt = Instant.FromUtc(2025, 1, 20, 17, 0),
    };

    private static AccountEvent.ActionRequested Asked(MoneyAction action) =>
        new(action, 500, Day, Day.PlusDays(14));

    private static AccountEvent.InvoiceIssued Issued(string? runId) => new(
        "A-1-7",
        runId,
        January,
        Day,
        Day.PlusDays(14),
        6000,
        1140,
        [new RevenueShare("home", 6000)],
        [new TaxShare("VAT", 19.00m, 6000, 1140)],
        [
            new ContractBilled(
                "CT-1",
                January,
                [new MeasuredUse("kWh", Direction.Export, 312.2500m, 0.5m)],
                [new RegisterPosition("M-1", "1.8.0", Day, 123456, 2)]),
        ],
        ["CH-1"]);

    private static EventEnvelope Envelope(long version, AccountEvent happened) => new(
        new CommandContext($"command-{version}", new Actor(ActorKind.Person, "clerk"),
            "api", Instant.FromUtc(2025, 1, 31, 9, 0)),
        "hash",
        version == 2 ? "CT-1" : null,
        version,
        happened is AccountEvent.InvoiceIssued ? [new DocumentNumber("INV", 42)] : []);

    private static void AssertGolden(string file, byte[] body)
    {
        var path = Path.Combine(Folder, file);
        if (!File.Exists(path) && Environment.GetEnvironmentVariable("BILLING_WRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Text(body) + "\n");
        }
        Assert.Equal(File.ReadAllText(path).TrimEnd('\n'), Text(body));
    }

    private static string Text(byte[] body) => Encoding.UTF8.GetString(body);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BillingActors.sln")))
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))
                ?? throw new DirectoryNotFoundException("BillingActors.sln is not above the test's folder.");
        return folder;
    }
}
