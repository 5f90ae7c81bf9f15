namespace BillingActors.Load.Floors;

/// <summary>What the floor took.</summary>
/// <param name="AccountCount">Accounts.</param>
/// <param name="RowCount">Rows of all tables.</param>
/// <param name="ByOne">By one writer.</param>
/// <param name="ByTwo">By two.</param>
/// <param name="WroteTheSame">Whether both ended with exactly the rows of the work.</param>
internal sealed record FloorMeasure(
    int AccountCount, long RowCount, TimeSpan ByOne, TimeSpan ByTwo, bool WroteTheSame)
{
    public double RowsPerAccount => (double)RowCount / AccountCount;

    /// <summary>Accounts a second by one writer and by two.</summary>
    public (double ByOne, double ByTwo) PerSecond =>
        (AccountCount / ByOne.TotalSeconds, AccountCount / ByTwo.TotalSeconds);

    /// <summary>The better of both.</summary>
    public double Best => Math.Max(PerSecond.ByOne, PerSecond.ByTwo);
}
