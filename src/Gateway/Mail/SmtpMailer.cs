using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace BillingActors.Gateway.Mail;

/// <summary>
/// Hands messages to the mail server of the settings, over a protected connection. What the server writes beside its
/// number may name people, so it is neither kept nor logged.
/// </summary>
internal sealed class SmtpMailer(MailOptions options) : IMailer
{
    private const int FinalFrom = 500;

    public async Task<MailAnswer> Send(MimeMessage message, string deliveryId, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(options.Host, options.Port, Protection(), limit.Token);
            if (options.UserName.Length > 0)
                await client.AuthenticateAsync(options.UserName, await Password(limit.Token), limit.Token);
            await client.SendAsync(message, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new MailAnswer(MailAnswer.TimedOut);
        }
        catch (Exception fault) when (AnswerTo(fault) is { } answer)
        {
            return answer;
        }
        await Leave(client, limit.Token);
        return new MailAnswer(MailAnswer.Sent, (int)SmtpStatusCode.Ok);
    }

    private SecureSocketOptions Protection() => options.Tls switch
    {
        MailOptions.NoTls => SecureSocketOptions.None,
        MailOptions.TlsFromStart => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls, // Without the server's offer nothing is sent.
    };

    private async Task<string> Password(CancellationToken cancellation) =>
        (await File.ReadAllTextAsync(options.PasswordFile, cancellation)).TrimEnd('\r', '\n');

    // The server has the message: whatever the farewell leads to, sending it again would double it.
    private static async Task Leave(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception fault) when (fault is OperationCanceledException || AnswerTo(fault) is not null)
        {
            // It is gone already.
        }
    }

    private static MailAnswer? AnswerTo(Exception fault) => fault switch
    {
        SmtpCommandException refused => new MailAnswer(
            refused.ErrorCode switch
            {
                SmtpErrorCode.RecipientNotAccepted => MailAnswer.RecipientRefused,
                SmtpErrorCode.SenderNotAccepted => MailAnswer.SenderRefused,
                _ => MailAnswer.MessageRefused,
            },
            (int)refused.StatusCode,
            (int)refused.StatusCode >= FinalFrom),
        AuthenticationException => new MailAnswer(MailAnswer.LogInRefused),
        SslHandshakeException or NotSupportedException => new MailAnswer(MailAnswer.NotProtected),
        IOException or SocketException or ProtocolException or ServiceNotConnectedException
            or UnauthorizedAccessException => new MailAnswer(MailAnswer.Unreachable),
        _ => null,
    };
}
