namespace BillingActors.Storage.Reports;

/// <summary>Which worklist rows are wanted; null means any.</summary>
/// <param name="Kind">
/// import-record, usage-record, open-call, file-gap, bill-exception, unapplied-cash, unidentified-cash,
/// webhook-endpoint or invoice-delivery.
/// </param>
/// <param name="State">open, fixed, released, skipped or dropped.</param>
/// <param name="Code">Reason code.</param>
/// <param name="RunId">Bill run.</param>
/// <param name="ImportId">Import.</param>
/// <param name="Owner">Owner.</param>
/// <param name="AwakeOn">A day: rows that rest longer are left out; null for all.</param>
public sealed record WorklistFilter(
    string? Kind = null,
    string? State = null,
    string? Code = null,
    string? RunId = null,
    string? ImportId = null,
    string? Owner = null,
    DateOnly? AwakeOn = null);
