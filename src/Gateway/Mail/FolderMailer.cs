using MimeKit;

namespace BillingActors.Gateway.Mail;

/// <summary>
/// Puts each message into a folder, as a file that is there whole or not at all. The same delivery again writes the
/// same file.
/// </summary>
internal sealed class FolderMailer(string folder) : IMailer
{
    private static readonly FormatOptions Format = FormatOf();

    public async Task<MailAnswer> Send(MimeMessage message, string deliveryId, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, deliveryId + ".eml");
        var part = Path.Combine(folder, $".{deliveryId}.part");
        try
        {
            Directory.CreateDirectory(folder);
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await message.WriteToAsync(Format, file, cancellation);
                file.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: true);
            return new MailAnswer(MailAnswer.Sent);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new MailAnswer(MailAnswer.NotWritten);
        }
    }

    private static FormatOptions FormatOf()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
