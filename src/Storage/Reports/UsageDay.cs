namespace BillingActors.Storage.Reports;

/// <summary>A source day of a channel as a list shows it.</summary>
/// <param name="ServicePointId">Service point.</param>
/// <param name="Channel">Channel.</param>
/// <param name="Day">Source day.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Quantity">Exact total.</param>
/// <param name="IntervalCount">Intervals.</param>
/// <param name="MissingCount">Intervals without a value.</param>
/// <param name="EstimatedCount">Intervals that rest on estimates or substitutes.</param>
/// <param name="Version">Version; above 1 it is a correction.</param>
/// <param name="ImportId">Import that brought it.</param>
/// <param name="Line">Line of the file.</param>
public sealed record UsageDay(
    string ServicePointId,
    string Channel,
    DateOnly Day,
    string Unit,
    decimal Quantity,
    int IntervalCount,
    int MissingCount,
    int EstimatedCount,
    int Version,
    string ImportId,
    int Line);
