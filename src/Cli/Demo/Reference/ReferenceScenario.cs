using System.Globalization;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;

namespace BillingActors.Cli.Demo.Reference;

/// <summary>Real meter files on published tariffs: every period the data covers is billed, in order of time.</summary>
internal sealed class ReferenceScenario(
    PublishedTariffs tariffs, MeterSurvey survey, (DemoDesk Desk, Terminal Terminal) at) : IDemoScenario
{
    private const int NamesMax = 8;

    private readonly CycleTable _table = new();
    private readonly LookUps _lookUps = new();
    private readonly BillingDay _billing = new(at.Desk, at.Terminal);
    private readonly SortedDictionary<string, string> _held = new(StringComparer.Ordinal);

    public async Task<CycleTable> Run(CancellationToken cancellation)
    {
        var book = new ReferenceBook(at.Desk, tariffs);
        await at.Desk.MoveTo(survey.FirstDay, cancellation);
        await book.Enter(survey, survey.FirstDay, cancellation);
        Describe(book);
        await Import(book, cancellation);
        await Bill(book, cancellation);
        foreach (var (account, why) in _held)
            at.Terminal.Line($"held {account}: {why}");
        at.Terminal.Line(_lookUps.Describe());
        return _table;
    }

    private void Describe(ReferenceBook book)
    {
        at.Terminal.Line(
            $"{survey.Files.Count} files of meter data, {survey.Refused.Count} refused; {survey.Points.Count} "
            + $"service points, {book.Accounts.Count} accounts on {book.TariffIds.Count} published tariffs");
        PrintAll("refused file", survey.Refused);
        foreach (var same in book.Unbillable.GroupBy(point => point.Why, StringComparer.Ordinal))
            at.Terminal.Line($"  no account for {same.Count()} service points: each {same.Key}: "
                + string.Join(", ", same.Select(point => point.Id).Take(NamesMax))
                + (same.Count() > NamesMax ? ", …" : ""));
        PrintAll("tariff not converted", tariffs.Refused);
    }

    private void PrintAll(string what, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
            at.Terminal.Line($"  {what} {line}");
    }

    private async Task Import(ReferenceBook book, CancellationToken cancellation)
    {
        var (records, stored, corrected, duplicate, rejected) = (0L, 0L, 0L, 0L, 0L);
        foreach (var file in survey.Files.Prepend(book.WriteContracts()))
        {
            at.Terminal.Progress($"importing {Path.GetFileName(file)}");
            var import = await at.Desk.Import(file, null, cancellation);
            (records, stored) = (records + import.RecordCount, stored + import.StoredCount);
            (corrected, duplicate) = (corrected + import.CorrectedCount, duplicate + import.DuplicateCount);
            rejected += import.RejectedCount;
        }
        at.Terminal.Line(
            $"{Amounts.Count(records)} records: {Amounts.Count(stored)} stored, {Amounts.Count(corrected)} "
            + $"corrected, {Amounts.Count(duplicate)} duplicate, {Amounts.Count(rejected)} rejected into the worklist");
    }

    private async Task Bill(ReferenceBook book, CancellationToken cancellation)
    {
        var rows = new Dictionary<(string Market, string Month), CycleRow>();
        var plans = book.Accounts.Select(account => (account.Point.Market, account.CycleId, account.Boundaries))
            .DistinctBy(plan => plan.CycleId, StringComparer.Ordinal)
            .SelectMany(plan => plan.Boundaries.Skip(1).Select(until => (plan.Market, plan.CycleId, Until: until)))
            .OrderBy(plan => plan.Until).ThenBy(plan => plan.CycleId, StringComparer.Ordinal);
        foreach (var (market, cycle, until) in plans)
        {
            await at.Desk.MoveTo(until, cancellation);
            var plan = new PlanRun(market, cycle, until, []);
            var billed = await _lookUps.Beside(
                at.Desk.AsOperator, any => KeyOf(book, any), () => _billing.Bill(plan, cancellation), cancellation);
            Note(book, billed);
            var month = until.AddDays(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);
            if (!rows.TryGetValue((market, month), out var row))
                _table.Add(rows[(market, month)] = row = new CycleRow($"{market} {month}", billed.Run.Currency));
            row.With(billed);
        }
    }

    // What an earlier run held and this one did not was billed by it.
    private void Note(ReferenceBook book, BilledRun billed)
    {
        foreach (var account in book.Accounts.Where(account => account.CycleId == billed.Run.CycleId))
            _held.Remove($"{billed.Run.EntityId}/{account.AccountId}");
        foreach (var row in billed.Held)
            _held[$"{row.EntityId}/{row.AccountId}"] = $"{Amounts.Day(billed.Run.From)} until "
                + $"{Amounts.Day(billed.Run.Until)}: {row.Code}: {row.Detail}";
    }

    private static string KeyOf(ReferenceBook book, int any)
    {
        var account = book.Accounts[any % book.Accounts.Count];
        return AccountKey.Of(account.Point.Market, account.AccountId);
    }
}
