using System.Globalization;
using BillingActors.Gateway.Invoices;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Deliveries;
using MimeKit;

namespace BillingActors.Gateway.Mail;

/// <summary>
/// Writes an invoice or credit memo as a message: a few lines of text, and beside them the page that is printed. One
/// delivery gives the same bytes at each attempt, so that who gets it twice can tell.
/// </summary>
internal static class InvoiceMail
{
    private const int NameLengthMax = 120;

    /// <summary>The whole message.</summary>
    public static MimeMessage Write(
        (DocumentDelivery Delivery, InvoiceView Invoice, InvoiceParties Parties) what, MailOptions options)
    {
        var (delivery, invoice, parties) = what;
        var issuer = Clean(parties.Issuer?.Name ?? invoice.EntityId);
        var message = new MimeMessage();
        message.From.Clear();
        message.From.Add(new MailboxAddress(options.FromName is { Length: > 0 } name ? Clean(name) : issuer,
            options.From));
        if (options.ReplyTo.Length > 0)
            message.ReplyTo.Add(new MailboxAddress(null, options.ReplyTo));
        // A stranger's mailbox is not told whose bill it is before it opens it.
        var to = delivery.Recipient == DocumentDelivery.ToCustomer ? Clean(parties.Customer?.Name ?? "") : "";
        message.To.Add(new MailboxAddress(
            to, delivery.Address ?? throw new ArgumentException("An erased person gets nothing.", nameof(what))));
        message.Subject = Clean($"{InvoicePage.Kind(invoice)} {invoice.Number}, {issuer}");
        message.Date = delivery.AskedAt.ToUniversalTime();
        message.MessageId = delivery.MessageId;
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated"); // RFC 3834: no answer by a machine.
        message.Body = new MultipartAlternative
        {
            Part("plain", TextOf(invoice, issuer)), Part("html", InvoicePage.Write(invoice, parties)),
        };
        ((Multipart)message.Body).Boundary = "=-" + delivery.DeliveryId;
        return message;
    }

    /// <summary>A text as it may stand in a header: one line without what controls anything.</summary>
    internal static string Clean(string text)
    {
        var shown = string.Concat(text.Select(one => IsHarmless(one) ? one : ' ')).Trim();
        return shown[..Math.Min(shown.Length, NameLengthMax)];
    }

    private static bool IsHarmless(char one) => CharUnicodeInfo.GetUnicodeCategory(one) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator);

    private static TextPart Part(string kind, string text) => new(kind)
    {
        Text = text,
        ContentTransferEncoding = ContentEncoding.QuotedPrintable,
    };

    private static string TextOf(InvoiceView invoice, string issuer)
    {
        var total = $"{PrintedAmount.Money(invoice.TotalMinor, invoice.Currency)} {invoice.Currency}";
        var asked = invoice.CorrectsId is null
            ? $"Total to pay: {total}\nDue on: {PrintedAmount.Day(invoice.DueOn)}"
            : $"Total credited: {total}\nCorrects invoice: {Clean(invoice.CorrectsNumber ?? "")}";
        return $"""
            {issuer}

            {InvoicePage.Kind(invoice)} {invoice.Number}
            Account: {Clean(invoice.AccountId)}
            Issued on: {PrintedAmount.Day(invoice.IssuedOn)}
            Period: {InvoicePage.Period(invoice.From, invoice.Until)}
            {asked}

            The whole document, line by line, is the other part of this message.

            """;
    }
}
