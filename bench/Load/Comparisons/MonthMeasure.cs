namespace BillingActors.Load.Comparisons;

/// <summary>How fast somebody bills a month and books what is paid of it.</summary>
/// <param name="Name">Who.</param>
/// <param name="BillsPerSecond">Bills.</param>
/// <param name="PaymentsPerSecond">Payments.</param>
/// <param name="BilledMinor">What all bills come to.</param>
/// <param name="OwedMinor">What is owed in the end.</param>
internal sealed record MonthMeasure(
    string Name, double BillsPerSecond, double PaymentsPerSecond, long BilledMinor, long OwedMinor);
