using BillingActors.Grains.Interfaces.Deposits;

namespace BillingActors.Cli.Demo.Receivables;

/// <summary>Deposits of customers that are new, or trusted less.</summary>
internal sealed class DepositOffice(ReceivablesDesk desk, ReceivablesTally tally)
{
    private const string DepositId = "deposit-1";
    private const long MonthlyMinor = 10_000;

    /// <summary>
    /// How the invented company takes deposits: two months' bills in two parts, back after half a year.
    /// </summary>
    public static DepositPolicyRecord Policy() => new(
        new DepositAmountRecord(BillMonths: 2m, MinorMin: 5_000, MinorMax: 50_000),
        InstalmentCount: 2,
        InstalmentCountMax: 3,
        Interest: new DepositInterestRecord([new(2025, 4m), new(2026, 3.5m)], CreditedOn: "01-01"),
        GoodMonths: 6,
        LateCountMax: 1,
        LateAfterDays: 5);

    /// <summary>Asks a customer without bills for a deposit, by an estimate.</summary>
    public async Task Ask(Payer payer, CancellationToken cancellation)
    {
        await desk.ByClerk(
            payer, ("/deposits", new AssessDeposit(DepositId, MonthlyMinor: MonthlyMinor)), null, cancellation);
        await desk.ByClerk(payer, ("/deposits/request", new RequestDeposit(DepositId)), null, cancellation);
        tally.Add("deposits");
    }

    /// <summary>Takes a deposit for what is overdue.</summary>
    public async Task TakeForArrears(Payer payer, CancellationToken cancellation)
    {
        await desk.ByClerk(
            payer, ("/deposits/apply", new ReleaseDeposit("arrears-1", DepositId)), "months are overdue", cancellation);
        tally.Add("deposits taken for arrears");
    }

    /// <summary>Counts deposits that went back, and interest.</summary>
    public async Task Count(Payer payer, CancellationToken cancellation)
    {
        foreach (var deposit in (await desk.Deposits(payer, cancellation)).Deposits)
        {
            tally.Add("deposits given back", deposit.Status == "released" ? 1 : 0);
            tally.Add("deposits with interest", deposit.InterestMinor > 0 ? 1 : 0);
        }
    }
}
