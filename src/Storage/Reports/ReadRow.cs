namespace BillingActors.Storage.Reports;

/// <summary>A register read as a list shows it.</summary>
/// <param name="ServicePointId">Service point.</param>
/// <param name="Register">Register.</param>
/// <param name="MeterSerial">Meter.</param>
/// <param name="On">Day.</param>
/// <param name="Value">What it showed, exact.</param>
/// <param name="Quality">Quality.</param>
/// <param name="Kind">Why it was read.</param>
/// <param name="Version">Version; above 1 it is a correction.</param>
/// <param name="ImportId">Import that brought it.</param>
/// <param name="Line">Line of the file.</param>
public sealed record ReadRow(
    string ServicePointId,
    string Register,
    string MeterSerial,
    DateOnly On,
    decimal Value,
    string Quality,
    string Kind,
    int Version,
    string ImportId,
    int Line);
