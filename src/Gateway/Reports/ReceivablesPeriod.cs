namespace BillingActors.Gateway.Reports;

/// <summary>The days over which sales are counted for key figures.</summary>
internal static class ReceivablesPeriod
{
    /// <summary>Three months, as most compare it.</summary>
    public const int Days = 90;

    /// <summary>A year.</summary>
    public const int DaysMax = 366;

    private const int DaysMin = 30;

    /// <summary>Whether figures over so many days say anything.</summary>
    public static bool IsUsable(int days) => days is >= DaysMin and <= DaysMax;
}
