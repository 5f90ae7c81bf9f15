using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Accounts;
using Wire = BillingActors.Grains.Interfaces.Disputes;

namespace BillingActors.Grains.Mapping;

/// <summary>Disputes, wire ↔ domain.</summary>
internal static class DisputeMapping
{
    public static OpenDispute ToDomain(this Wire.OpenDispute command, DisputedLine? line) => new(
        command.DisputeId,
        command.ItemId,
        command.AmountMinor,
        command.Reason,
        command.Owner,
        command.On.ToDomain(),
        command.DueOn.ToDomain())
    {
        Line = line,
    };

    /// <summary>A line of an invoice with its share of the taxes, rounded up; null where there is none.</summary>
    public static DisputedLine? LineOf(this InvoiceView invoice, int number)
    {
        if (number < 1 || number > invoice.Lines.Length || invoice.Lines[number - 1].AmountMinor <= 0)
            return null;
        var net = invoice.Lines[number - 1].AmountMinor;
        var tax = invoice.NetMinor > 0
            ? Rounding.AwayFromZero((decimal)net * invoice.TaxMinor / invoice.NetMinor, 0)
            : 0;
        return new DisputedLine(number, net + decimal.ToInt64(tax));
    }

    public static Wire.DisputesView ToDisputes(this LoadedAccount loaded)
    {
        var (entityId, accountId) = AccountKey.Split(loaded.Key);
        return new Wire.DisputesView(
            entityId,
            accountId,
            loaded.State.Currency.Code,
            [.. loaded.State.Disputes.Select(ToView)],
            loaded.Version);
    }

    private static Wire.DisputeView ToView(Dispute dispute) => new(
        dispute.Id,
        dispute.ItemId,
        dispute.LineNumber,
        dispute.AmountMinor,
        dispute.CreditMinor,
        dispute.Reason,
        dispute.RootCause,
        dispute.Owner,
        dispute.Stage.ToCode(),
        dispute.Outcome?.ToCode(),
        dispute.OpenedOn.ToWire(),
        dispute.DueOn.ToWire(),
        dispute.DecidedOn.ToWire(),
        dispute.GraceUntil.ToWire(),
        dispute.EscalatedOn.ToWire(),
        dispute.NoteCode,
        dispute.Proposal is { } proposal
            ? new(proposal.CreditMinor, proposal.RootCause, proposal.ProposedBy, proposal.On.ToWire())
            : null,
        [.. dispute.Documents.Select(document => new Wire.DisputeDocumentView(document.Id, document.Kind))]);
}
