using MimeKit;

namespace BillingActors.Gateway.Mail;

/// <summary>A way out for messages.</summary>
internal interface IMailer
{
    /// <summary>Sends a message once; whatever goes wrong out there is an answer, not a fault.</summary>
    Task<MailAnswer> Send(MimeMessage message, string deliveryId, CancellationToken cancellation);
}
