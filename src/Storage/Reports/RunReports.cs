using System.Collections.Immutable;
using System.Data.Common;
using BillingActors.Domain.Rating;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Storage.BillRuns;
using BillingActors.Storage.Ledger;
using BillingActors.Storage.Verification;
using AccountKey = BillingActors.Grains.Interfaces.AccountKey;

namespace BillingActors.Storage.Reports;

/// <summary>Reads what a run holds and a sample of what it bills, on either database.</summary>
internal sealed class RunReports(IBooksReader reader) : IRunReports
{
    private const int LargestCount = 4;
    private const int SmallestCount = 3;
    private const int SampleCount = 12;
    private const int LineCountMax = 60;

    private const string SelectReasons = """
        select code, count(*), min(at) from worklist
        where run_id = $1 and kind = 'bill-exception' and state = 'open'
        group by code order by count(*) desc, code
        """;

    // The few are chosen by their figures first: bodies of all others stay unread.
    private const string Chosen = """
        select d.account_key, d.outcome, d.net_minor, d.tax_minor, d.body,
            (select i.total_minor from invoice i
                where i.account_key = d.account_key and i.corrects_id is null
                    and (i.run_id is null or i.run_id <> d.run_id)
                order by i.version desc limit 1)
        from (select run_id, account_key from bill_draft
                where run_id = $1 and outcome in ('calculated', 'issued') order by
        """;

    private const string Whole = """
         limit $2) chosen
            join run_draft d on d.run_id = chosen.run_id and d.account_key = chosen.account_key
        """;

    private const string SelectLargest = Chosen + " net_minor + tax_minor desc, account_key" + Whole;

    private const string SelectSmallest = Chosen + " net_minor + tax_minor, account_key" + Whole;

    // The hash of what went into a bill is as good as a die, and falls the same for everybody.
    private const string SelectByChance = Chosen + " input_hash, account_key" + Whole;

    private const string SelectBill = """
        select d.account_key, d.outcome, d.net_minor, d.tax_minor, d.body,
            (select i.total_minor from invoice i
                where i.account_key = d.account_key and i.corrects_id is null
                    and (i.run_id is null or i.run_id <> d.run_id)
                order by i.version desc limit 1)
        from run_draft d where d.run_id = $1 and d.account_key = $2
        """;

    public Task<ImmutableArray<RunReasonView>> Reasons(string runId, CancellationToken cancellation) =>
        reader.Read<ImmutableArray<RunReasonView>>(
            books =>
            [
                .. books.Read(
                    SelectReasons,
                    row => new RunReasonView(row.GetString(0), row.GetInt64(1), books.At(row, 2).ToDateTimeOffset()),
                    runId),
            ],
            cancellation);

    public Task<ImmutableArray<SampleBillView>> Sample(string runId, CancellationToken cancellation) =>
        reader.Read<ImmutableArray<SampleBillView>>(
            books =>
            [
                .. Bills(books, SelectLargest, "largest", (runId, LargestCount))
                    .OrderByDescending(bill => bill.TotalMinor)
                    .Concat(Bills(books, SelectSmallest, "smallest", (runId, SmallestCount))
                        .OrderBy(bill => bill.TotalMinor))
                    .Concat(Bills(books, SelectByChance, "chance", (runId, SampleCount))
                        .OrderBy(bill => bill.AccountId, StringComparer.Ordinal))
                    .DistinctBy(bill => bill.AccountId, StringComparer.Ordinal)
                    .Take(SampleCount),
            ],
            cancellation);

    public Task<SampleBillView?> Bill(string runId, string accountKey, CancellationToken cancellation) => reader.Read(
        books => books.Read(SelectBill, row => BillOf(row, "", int.MaxValue), runId, accountKey).FirstOrDefault(),
        cancellation);

    private static List<SampleBillView> Bills(
        Books books, string sql, string why, (string RunId, int Count) wanted) =>
        books.Read(sql, row => BillOf(row, why, LineCountMax), wanted.RunId, wanted.Count).ToList();

    private static SampleBillView BillOf(DbDataReader row, string why, int lineCountMax)
    {
        var (entityId, accountId) = AccountKey.Split(row.GetString(0));
        var plan = RunJson.ReadBody(Books.Bytes(row, 4)).Plan;
        return new SampleBillView(
            entityId, accountId, why, row.GetString(1), row.GetInt64(2), row.GetInt64(3),
            row.IsDBNull(5) ? null : row.GetInt64(5),
            plan is null ? [] : [.. plan.Lines.Take(lineCountMax).Select(LineOf)]);
    }

    private static SampleLineView LineOf(RatedLine line) => new(
        string.Join(' ', new[] { line.Text, line.Tier, line.TimeOfUse }.Where(part => !string.IsNullOrEmpty(part))),
        line.Period.From.ToDateOnly(), line.Period.Until.ToDateOnly(), line.Quantity, line.Unit, line.UnitPrice,
        line.Amount.Minor, line.TariffVersion);
}
