using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Disputes;
using BillingActors.Grains.Interfaces;
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

    /// <summary>A line of an invoice with its taxes; null where there is none that is owed.</summary>
    public static DisputedLine? LineOf(this CreditableInvoice invoice, int number)
    {
        if (number < 1 || number > invoice.Lines.Length || invoice.Lines[number - 1].NetMinor <= 0)
            return null;
        var taxes = invoice.LineTaxes.Where(tax => tax.Line == number - 1).Sum(tax => tax.AmountMinor);
        return new DisputedLine(number, invoice.Lines[number - 1].NetMinor + taxes);
    }

    public static Wire.DisputesView ToDisputes(this LoadedAccount loaded)
    {
        var (entityId, accountId) = AccountKey.Split(loaded.Key);
        return new Wire.DisputesView(
            entityId,
            accountId,
            loaded.State.Currency.Code,
            [.. loaded.State.Disputes.Select(dispute => ToView(dispute, loaded.State))],
            loaded.Version);
    }

    private static Wire.DisputeView ToView(Dispute dispute, Account account) => new(
        dispute.Id,
        dispute.ItemId,
        dispute.LineNumber,
        dispute.AmountMinor,
        dispute.CreditMinor,
        dispute.Reason,
        dispute.RootCause,
        dispute.Owner,
        (Waiting(dispute, account) is null ? dispute.Stage : DisputeStage.Waiting).ToCode(),
        dispute.Outcome?.ToCode(),
        dispute.OpenedOn.ToWire(),
        dispute.DueOn.ToWire(),
        dispute.DecidedOn.ToWire(),
        dispute.GraceUntil.ToWire(),
        dispute.EscalatedOn.ToWire(),
        dispute.NoteCode,
        Waiting(dispute, account) is var (waiting, command)
            ? new(command.CreditMinor, command.RootCause, waiting.MakerId, waiting.On.ToWire(), waiting.RequestId)
            : null,
        [.. dispute.Documents.Select(document => new Wire.DisputeDocumentView(document.Id, document.Kind))]);

    // A credit that waits for a second person, with the request it waits as.
    private static (PendingAction Waiting, ResolveDispute Command)? Waiting(Dispute dispute, Account account)
    {
        foreach (var waiting in account.Requests)
        {
            if (waiting.Action is MoneyAction.CreditingDispute credit && credit.Command.DisputeId == dispute.Id)
                return (waiting, credit.Command);
        }
        return null;
    }
}
