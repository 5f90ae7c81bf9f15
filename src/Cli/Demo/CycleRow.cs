namespace BillingActors.Cli.Demo;

/// <summary>What one period came to.</summary>
internal sealed class CycleRow(string period, string currency)
{
    public string Period => period;

    public string Currency => currency;

    public long InvoiceCount { get; set; }

    public long NetMinor { get; set; }

    public long TaxMinor { get; set; }

    public long TotalMinor { get; set; }

    public long HeldCount { get; set; }

    /// <summary>Invoices of this period that a later run issued.</summary>
    public long CaughtUpCount { get; set; }

    public long AccountCount { get; set; }

    public TimeSpan Took { get; set; }

    /// <summary>Adds a run of the period.</summary>
    public CycleRow With(BilledRun billed)
    {
        AddMoney(billed);
        HeldCount += billed.HeldAccounts.Count;
        AccountCount += billed.Run.CandidateCount;
        Took += billed.Took;
        return this;
    }

    /// <summary>Adds a later run that billed accounts the first one held.</summary>
    public void CatchUp(BilledRun billed)
    {
        AddMoney(billed);
        CaughtUpCount += billed.Run.IssuedCount;
    }

    private void AddMoney(BilledRun billed)
    {
        InvoiceCount += billed.Run.IssuedCount;
        NetMinor += billed.Run.NetMinor;
        TaxMinor += billed.Run.TaxMinor;
        TotalMinor += billed.Run.TotalMinor;
    }
}
