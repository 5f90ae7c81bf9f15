using System.Text.Json;
using BillingActors.Domain.Disputes;
using BillingActors.Storage.Json;
using NodaTime;

namespace BillingActors.Storage.Accounts;

/// <summary>A dispute as its query row has it; days as ISO text.</summary>
internal readonly record struct StoredDispute(
    string DisputeId,
    string ItemId,
    int? LineNumber,
    long AmountMinor,
    long CreditMinor,
    string Reason,
    string? RootCause,
    string Owner,
    string Stage,
    string? Outcome,
    string OpenedOn,
    string DueOn,
    string? DecidedOn,
    string? EscalatedOn)
{
    public static StoredDispute Of(Dispute dispute) => new(
        dispute.Id,
        dispute.ItemId,
        dispute.LineNumber,
        dispute.AmountMinor,
        dispute.CreditMinor,
        dispute.Reason,
        dispute.RootCause,
        dispute.Owner,
        Word(dispute.Stage),
        dispute.Outcome is { } outcome ? Word(outcome) : null,
        IsoDay.Format(dispute.OpenedOn),
        IsoDay.Format(dispute.DueOn),
        Text(dispute.DecidedOn),
        Text(dispute.EscalatedOn));

    private static string Word(DisputeStage stage) => JsonNamingPolicy.KebabCaseLower.ConvertName(stage.ToString());

    private static string? Text(LocalDate? day) => day is { } known ? IsoDay.Format(known) : null;
}
