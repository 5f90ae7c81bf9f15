using System.Collections.Immutable;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Cli.Demo.Receivables;

/// <summary>
/// A year in the life of the customers after their bills: they pay, or not, and people act on it as they would. Each
/// month has five working days: the 8th, the 15th when bills are due, the 17th, the 23rd and the 27th.
/// </summary>
internal sealed class ReceivablesYear
{
    private const int DepositIn = 0;
    private const int BudgetIn = 0;
    private const int DefaultFrom = 2;
    private const int TakeDepositIn = 5;
    private const int BehindFrom = 2;
    private const int PlanIn = 5;
    private const int PlaceIn = 7;
    private const int AgencyPaysIn = 9;
    private const int WriteOffIn = 10;
    private const int RecoverIn = 11;
    private const int OneThird = 3;
    private const long AgencyMinor = 4_000;

    private readonly DemoDesk _desk;
    private readonly ImmutableArray<Payer> _payers;
    private readonly ReceivablesTally _tally = new();
    private readonly CashOffice _cash;
    private readonly DisputeOffice _disputes;
    private readonly CollectionOffice _collection;
    private readonly DepositOffice _deposits;
    private readonly BillOffice _bills;
    private readonly Dictionary<string, long> _disputed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _promised = new(StringComparer.Ordinal);
    private Dictionary<string, InvoiceRow[]> _invoices = [];

    public ReceivablesYear(DemoMarket market, DemoDesk desk, string directory)
    {
        var desks = new ReceivablesDesk(desk);
        _desk = desk;
        _payers = [.. market.Accounts.Select(Payer.Of)];
        _cash = new CashOffice(desks, _tally, directory);
        _disputes = new DisputeOffice(desks, _tally);
        _collection = new CollectionOffice(desks, _tally);
        _deposits = new DepositOffice(desks, _tally);
        _bills = new BillOffice(desks, _tally);
    }

    /// <summary>What happened, in one sentence.</summary>
    public async Task<string> Describe(CancellationToken cancellation)
    {
        foreach (var payer in Lifelike)
            await _collection.Count(payer, cancellation);
        foreach (var payer in Depositing)
            await _deposits.Count(payer, cancellation);
        foreach (var parent in Of(PayerKind.Paying))
            await _bills.Count(parent, cancellation);
        return _tally.Describe();
    }

    /// <summary>Stores the policy and puts the lifelike accounts under it.</summary>
    public async Task Prepare(CancellationToken cancellation)
    {
        await _desk.Put(DemoDunning.Policy(), DemoMarket.Begin(0), cancellation);
        foreach (var payer in Lifelike)
            await _collection.Enrol(payer, cancellation);
        foreach (var parent in Of(PayerKind.Paying))
            await _bills.Join(parent, ChildrenOf(parent), cancellation);
    }

    /// <summary>Plays the month after the bills of a month, counted from 0, were issued.</summary>
    public async Task Play(int month, IReadOnlyList<string> runIds, CancellationToken cancellation)
    {
        _invoices = (await InvoicesOf(runIds, cancellation)).GroupBy(row => row.AccountId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        _disputed.Clear();
        await MoveTo(month, 8, cancellation);
        await Complain(month, cancellation);
        await MoveTo(month, 15, cancellation);
        await PayDue(month, cancellation);
        await MoveTo(month, 17, cancellation);
        await TakeBack(month, cancellation);
        await MoveTo(month, 23, cancellation);
        await Work(month, cancellation);
        await MoveTo(month, 27, cancellation);
        await PayLate(month, cancellation);
    }

    // Accounts are in the order of their numbers.
    private IReadOnlyList<Payer> ChildrenOf(Payer parent) =>
        [.. _payers.Skip(parent.Account.Index + 1).TakeWhile(payer => payer.Kind == PayerKind.PaidFor)];

    // Those of whom the agency gets something.
    private IEnumerable<Payer> Found =>
        Of(PayerKind.Defaulting).Where(payer => payer.Draws("found", AgencyPaysIn, OneThird));

    // Those who pay whatever is open at the end of the month.
    private IEnumerable<Payer> Steady =>
        Of(PayerKind.Corrected).Concat(Of(PayerKind.Budgeting)).Concat(Of(PayerKind.Paying));

    private IEnumerable<Payer> Depositing => Of(PayerKind.New).Concat(Of(PayerKind.Defaulting));

    private IEnumerable<Payer> Lifelike => _payers.Where(payer => payer.Account.Index < Payer.LifelikeCount);

    private async Task<List<InvoiceRow>> InvoicesOf(IReadOnlyList<string> runIds, CancellationToken cancellation)
    {
        var rows = new List<InvoiceRow>();
        foreach (var runId in runIds)
        {
            await foreach (var row in _desk.AsOperator.Rows<InvoiceRow>(Paths.Run(runId, "/invoices"), cancellation))
                rows.Add(row);
        }
        return rows;
    }

    private Task MoveTo(int month, int day, CancellationToken cancellation) =>
        _desk.MoveTo(DayIn(month, day), cancellation);

    private static DateOnly DayIn(int month, int day) => DemoMarket.Begin(month + 1).AddDays(day - 1);

    private IEnumerable<Payer> Of(PayerKind kind) => _payers.Where(payer => payer.Kind == kind);

    private InvoiceRow[] InvoicesOf(Payer payer) => _invoices.GetValueOrDefault(payer.Account.AccountId, []);

    private long BilledTo(Payer payer) => InvoicesOf(payer).Sum(invoice => invoice.TotalMinor);

    // The 8th: bills are looked at, and customers that are new are asked for deposits.
    private async Task Complain(int month, CancellationToken cancellation)
    {
        foreach (var payer in Depositing.Where(_ => month == DepositIn))
            await _deposits.Ask(payer, cancellation);
        foreach (var payer in Of(PayerKind.Budgeting).Where(_ => month == BudgetIn))
        {
            var days = (DemoMarket.Begin(month + 1), DayIn(month, 15));
            await _bills.Agree(payer, days, BilledTo(payer), cancellation);
        }
        foreach (var payer in Of(PayerKind.Corrected).Where(payer => payer.Draws("price", month, OneThird)))
        {
            foreach (var invoice in InvoicesOf(payer).Take(1))
                await _bills.Correct(payer, invoice, cancellation);
        }
        foreach (var payer in Of(PayerKind.Disputing).Where(payer => payer.Draws("dispute", month, OneThird)))
        {
            foreach (var invoice in InvoicesOf(payer).Take(1))
                _disputed[payer.Key] = await _disputes.Open(payer, invoice, cancellation);
        }
    }

    // The 15th: bills are due.
    private async Task PayDue(int month, CancellationToken cancellation)
    {
        var file = _cash.Open();
        foreach (var payer in _payers)
        {
            switch (payer.Kind)
            {
                case PayerKind.Prompt:
                    file.Add(payer, "wire", BilledTo(payer));
                    break;
                case PayerKind.Returned:
                    file.Add(payer, "direct-debit", BilledTo(payer));
                    break;
                case PayerKind.Generous:
                    file.Add(payer, "wire", BilledTo(payer) + (payer.Draws("twice", month, OneThird) ? 5_000 : 0));
                    break;
                case PayerKind.Disputing:
                    file.Add(payer, "wire", BilledTo(payer) - _disputed.GetValueOrDefault(payer.Key));
                    break;
                case PayerKind.Planning when month is < BehindFrom or > PlanIn:
                case PayerKind.Defaulting when month < DefaultFrom:
                case PayerKind.Promising when !payer.Draws("short of money", month, OneThird):
                    file.Add(payer, "ach", BilledTo(payer));
                    break;
                default:
                    break;
            }
        }
        foreach (var payer in Of(PayerKind.New))
            await _cash.PayAll(payer, "direct-debit", file, cancellation);
        file.AddOfNobody($"nobody-{month}", 1_234, "for water and power");
        await _cash.Import(file, "due", cancellation);
    }

    // The 17th: the bank sends debits back, and money that was too much goes back.
    private async Task TakeBack(int month, CancellationToken cancellation)
    {
        var paidOn = DayIn(month, 15);
        foreach (var payer in Of(PayerKind.Returned)
            .Where(payer => BilledTo(payer) > 0 && payer.Draws("return", month, OneThird)))
        {
            await _cash.Return(payer, paidOn, cancellation);
        }
        foreach (var payer in Of(PayerKind.Generous).Where(payer => payer.Draws("twice", month, OneThird)))
            await _cash.Refund(payer, paidOn, cancellation);
    }

    // The 23rd: letters are out; people call, and decide.
    private async Task Work(int month, CancellationToken cancellation)
    {
        foreach (var payer in Of(PayerKind.Disputing))
            await _disputes.Decide(payer, cancellation);
        _promised.Clear();
        foreach (var payer in Of(PayerKind.Promising))
        {
            if (await _collection.Promise(payer, DayIn(month, 27), cancellation))
                _promised.Add(payer.Key);
        }
        if (month == PlanIn)
        {
            ImmutableArray<DateOnly> days = [.. Enumerable.Range(month + 1, 3).Select(later => DayIn(later, 27))];
            foreach (var payer in Of(PayerKind.Planning))
                await _collection.Plan(payer, days, cancellation);
        }
        foreach (var payer in Of(PayerKind.Defaulting))
            await Pursue(payer, month, cancellation);
    }

    private async Task Pursue(Payer payer, int month, CancellationToken cancellation)
    {
        if (month == TakeDepositIn)
            await _deposits.TakeForArrears(payer, cancellation);
        if (month == PlaceIn)
            await _collection.Place(payer, cancellation);
        if (month == WriteOffIn)
            await _collection.WriteOff(payer, cancellation);
    }

    // The 27th: those who were late pay.
    private async Task PayLate(int month, CancellationToken cancellation)
    {
        var file = _cash.Open();
        foreach (var payer in Depositing.Where(_ => month is DepositIn or DepositIn + 1))
            await _cash.PayAll(payer, "wire", file, cancellation);
        foreach (var payer in Of(PayerKind.Late).Concat(Of(PayerKind.Returned)).Concat(Steady))
            await _cash.PayAll(payer, "wire", file, cancellation);
        foreach (var payer in Of(PayerKind.Promising).Where(payer =>
            _promised.Contains(payer.Key) && !payer.Draws("broken word", month, OneThird)))
        {
            await _cash.PayAll(payer, "wire", file, cancellation);
        }
        foreach (var payer in Of(PayerKind.Planning).Where(payer => !payer.Draws("broken plan", PlanIn, OneThird)))
            file.Add(payer, "wire", await _collection.InstalmentOn(payer, DayIn(month, 27), cancellation));
        foreach (var payer in Found.Where(_ => month == AgencyPaysIn))
            file.Add(payer, "agency", AgencyMinor);
        await _cash.Import(file, "late", cancellation);
        await AfterAgency(month, cancellation);
    }

    private async Task AfterAgency(int month, CancellationToken cancellation)
    {
        foreach (var payer in Found)
        {
            if (month == AgencyPaysIn)
                await _collection.Commission(payer, AgencyMinor, cancellation);
            if (month == RecoverIn)
                await _collection.Recover(payer, AgencyMinor, cancellation);
        }
    }
}
