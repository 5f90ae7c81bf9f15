using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Invoices;
using BillingActors.Storage;
using BillingActors.Storage.Deliveries;
using BillingActors.Storage.Reports;
using Microsoft.Extensions.Options;
using MimeKit;

namespace BillingActors.Gateway.Mail;

/// <summary>
/// Sends what is due, one after the other. Only what the database holds counts: an attempt that nobody settled is made
/// again after its lease, with the same message under the same id.
/// </summary>
internal sealed partial class MailSending(
    IDeliveryStore store,
    InvoiceReading invoices,
    IMailer mailer,
    IOptions<MailOptions> options,
    TimeProvider clock,
    ILogger<MailSending> logger)
{
    private static readonly Caller Everybody = new("billing", [], EntityScope.All);

    private readonly MailOptions _options = options.Value;

    // Longer than an attempt can take, so that only one that died leaves its lease to end.
    private TimeSpan Lease => TimeSpan.FromSeconds(_options.TimeoutSeconds + 10);

    /// <summary>Sends until nothing is due.</summary>
    public async Task Work(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            if (await store.Claim(now, now + Lease, cancellation) is not { } claimed)
                return;
            var answer = await Attempt(claimed.Delivery, cancellation);
            MailInstruments.Count(answer.Word);
            CrashPoints.Reach(CrashPoints.AfterSendBeforeMark);
            await store.Settle(claimed, Outcome(claimed, answer), CancellationToken.None);
        }
    }

    private async Task<MailAnswer> Attempt(DocumentDelivery delivery, CancellationToken cancellation)
    {
        if (delivery.Address is null)
            return new MailAnswer(MailAnswer.Erased, IsFinal: true);
        using var message = await Compose(delivery, cancellation);
        return message is null
            ? new MailAnswer(MailAnswer.NotComposed)
            : await mailer.Send(message, delivery.DeliveryId, cancellation);
    }

    private async Task<MimeMessage?> Compose(DocumentDelivery delivery, CancellationToken cancellation)
    {
        try
        {
            if (await invoices.Find(Everybody, delivery.InvoiceId, cancellation) is not { } invoice)
                return null;
            var parties = await invoices.PartiesOf(invoice, cancellation);
            return InvoiceMail.Write((delivery, invoice, parties), _options);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogFault(logger, delivery.DeliveryId, fault);
            return null;
        }
    }

    private DocumentOutcome Outcome(ClaimedDocument claimed, MailAnswer answer)
    {
        var now = clock.GetUtcNow();
        if (answer.Word == MailAnswer.Sent)
            return new DocumentOutcome(DocumentDelivery.Sent, answer.Word, now) { Status = answer.Status };
        var pause = answer.IsFinal ? null : MailRetryPlan.After(claimed.Attempt);
        return new DocumentOutcome(
            pause is null ? DocumentDelivery.GivenUp : DocumentDelivery.Failed, answer.Word, now)
        {
            Status = answer.Status,
            NextAt = now + pause,
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {DeliveryId} could not be put together.")]
    private static partial void LogFault(ILogger logger, string deliveryId, Exception fault);
}
