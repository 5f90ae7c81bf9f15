using System.Globalization;
using BillingActors.Cli.Demo.Receivables;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Cli.Demo;

/// <summary>
/// An invented market through the year 2025: contracts, twelve months of reads, runs and catch-up runs.
/// </summary>
internal sealed class InventedScenario(DemoSettings settings, DemoDesk desk, Terminal terminal) : IDemoScenario
{
    private const int SideBySide = 8;

    private readonly DemoMarket _market = DemoMarket.Of(settings.AccountCount);
    private readonly CycleTable _table = new();
    private readonly LookUps _lookUps = new();
    private readonly BillingDay _billing = new(desk, terminal);
    private readonly DemoFiles _files = new(DemoMarket.Of(settings.AccountCount), settings.WorkDirectory);
    private readonly ReceivablesYear _receivables = new(
        DemoMarket.Of(settings.AccountCount), desk, settings.WorkDirectory);
    private readonly List<string> _runs = [];
    private IReadOnlyList<string> _held = [];
    private CycleRow? _before;

    public async Task<CycleTable> Run(CancellationToken cancellation)
    {
        await desk.MoveTo(DemoMarket.Begin(0), cancellation);
        await EnterMasterData(cancellation);
        await Import("customers and contracts", [_files.Contracts()], cancellation);
        await Import("first reads", [_files.OpeningReads()], cancellation);
        await _receivables.Prepare(cancellation);
        for (var month = 0; month < DemoMarket.MonthCount; month++)
            await Close(month, cancellation);
        await desk.MoveTo(DemoMarket.Begin(DemoMarket.MonthCount + 1), cancellation);
        await CatchUp(DemoMarket.MonthCount - 1, cancellation);
        await Import(
            $"{Name(DemoMarket.MonthCount)} reads, for whoever wants to bill a month at the console",
            [.. _files.Of(DemoMarket.MonthCount), .. _files.LateOf(DemoMarket.MonthCount)], cancellation);
        terminal.Line(_lookUps.Describe());
        terminal.Line(await _receivables.Describe(cancellation));
        return _table;
    }

    private async Task EnterMasterData(CancellationToken cancellation)
    {
        var from = DemoMarket.Begin(0);
        await desk.Put(new LegalEntityRecord(
            DemoMarket.EntityId, "Demo Energy and Water", DemoMarket.Currency, "Australia/Sydney", "ABN 00 000 000 000",
            "1 Sample Street, Sampleton NSW", "INV")
        {
            Deposits = DepositOffice.Policy(),
        }, from, cancellation);
        await desk.Put(new BillCycleRecord(
            DemoMarket.CycleId, DemoMarket.EntityId, "Monthly", AnchorDay: 1, Months: 1, [], ReadWindowDays: 3,
            HighUseFactor: 8m, LowUseFactor: 0m, HoldZeroUse: false), from, cancellation);
        foreach (var tariff in DemoTariffs.All())
            await desk.Put(tariff, cancellation);
        var meters = _market.IntervalAccounts.ToList();
        await Parallel.ForEachAsync(
            meters,
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation },
            async (account, token) => await desk.Put(ServicePointOf(account), from.AddMonths(-1), token));
        terminal.Line(
            $"{Amounts.Count(_market.Accounts.Length)} accounts: {Amounts.Count(meters.Count)} with half-hour "
            + $"meters, {Amounts.Count(_market.Accounts.Length - meters.Count)} read once a month; "
            + $"tariffs {string.Join(", ", DemoTariffs.All().Select(tariff => tariff.Id))}");
    }

    // The meters stand a month before the year: its first local hour lies in the day before.
    private static ServicePointRecord ServicePointOf(DemoAccount account) => new(
        account.ServicePointId, DemoMarket.EntityId,
        [
            new MeterRecord(account.MeterSerial, DemoMarket.Begin(-1), null, [],
                [new ChannelRecord(account.Channel, account.Unit, "import", IntervalMinutes: 30, OffsetMinutes: 600)]),
        ]);

    private async Task Close(int month, CancellationToken cancellation)
    {
        await desk.MoveTo(DemoMarket.Begin(month + 1), cancellation);
        await CatchUp(month - 1, cancellation);
        await Import($"{Name(month)} reads", _files.Of(month), cancellation);
        var billed = await Bill(month, [], cancellation);
        Report(month, billed);
        _held = billed.HeldAccounts;
        _table.Add(_before = new CycleRow(Name(month), DemoMarket.Currency).With(billed));
        _runs.Add(billed.Run.RunId);
        await _receivables.Play(month, _runs, cancellation);
        _runs.Clear();
    }

    private async Task CatchUp(int month, CancellationToken cancellation)
    {
        if (_held.Count == 0)
            return;
        await Import($"{Name(month)} late reads", _files.LateOf(month), cancellation);
        var billed = await Bill(month, _held, cancellation);
        _before!.CatchUp(billed);
        _runs.Add(billed.Run.RunId);
        terminal.Line($"  catch-up of {Name(month)}: {Amounts.Count(billed.Run.IssuedCount)} of "
            + $"{Amounts.Count(_held.Count)} held accounts billed, {TotalOf(billed)}");
        _held = [];
    }

    private Task<BilledRun> Bill(int month, IReadOnlyList<string> accounts, CancellationToken cancellation)
    {
        var plan = new PlanRun(
            DemoMarket.EntityId, DemoMarket.CycleId, DemoMarket.Begin(month + 1), [.. accounts]);
        return _lookUps.Beside(desk.AsOperator, KeyOf, () => _billing.Bill(plan, cancellation), cancellation);
    }

    private string KeyOf(int any) =>
        AccountKey.Of(DemoMarket.EntityId, _market.Accounts[any % _market.Accounts.Length].AccountId);

    private async Task Import(string what, IEnumerable<string> files, CancellationToken cancellation)
    {
        var (count, stored, rejected) = (0, 0L, 0L);
        foreach (var file in files)
        {
            terminal.Progress($"{what}: {Path.GetFileName(file)}");
            ImportView import = await desk.Import(file, null, cancellation);
            (count, rejected) = (count + 1, rejected + import.RejectedCount);
            stored += import.StoredCount + import.CorrectedCount;
            File.Delete(file);
        }
        terminal.Line($"{what}: {count} files, {Amounts.Count(stored)} records stored"
            + (rejected > 0 ? $", {Amounts.Count(rejected)} rejected" : ""));
    }

    private void Report(int month, BilledRun billed)
    {
        terminal.Line(string.Create(CultureInfo.InvariantCulture,
            $"  {Name(month)}: {billed.Run.IssuedCount:N0} invoices, {TotalOf(billed)}, "
            + $"{billed.HeldAccounts.Count:N0} held, {billed.Took.TotalSeconds:N1} s"));
        foreach (var row in billed.Held.Take(2))
            terminal.Line($"    held {row.AccountId}: {row.Code}: {row.Detail}");
        if (billed.Held.Count > 2)
            terminal.Line($"    and {Amounts.Count(billed.Held.Count - 2)} more");
    }

    private static string TotalOf(BilledRun billed) => Amounts.Of(billed.Run.TotalMinor, DemoMarket.Currency);

    private static string Name(int month) => DemoMarket.Begin(month).ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
