using System.Text;
using BillingActors.Gateway.Invoices;
using BillingActors.Gateway.Mail;
using BillingActors.Storage.Deliveries;
using MimeKit;
using static BillingActors.Gateway.Tests.Mail.MailSamples;

namespace BillingActors.Gateway.Tests.Mail;

/// <summary>What a message says, and that nothing that people typed can say more.</summary>
public sealed class InvoiceMailTests
{
    [Fact]
    public void It_has_a_few_lines_of_text_and_the_page_that_is_printed()
    {
        using var message = Message(options: With(Options()));

        Assert.Equal("\"North Billing\" <billing@example.org>", message.From.ToString());
        Assert.Equal("\"Jo\" <jo@example.com>", message.To.ToString());
        Assert.Equal("desk@example.org", message.ReplyTo.ToString());
        Assert.Equal("Invoice INV-5, North", message.Subject);
        Assert.Equal((At, "delivery-1@example.org"), (message.Date, message.MessageId));
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("multipart/alternative", message.Body!.ContentType.MimeType);
        Assert.Equal(InvoicePage.Write(InvoicePageTests.Invoice(), Parties()).ReplaceLineEndings("\n"),
            message.HtmlBody!.ReplaceLineEndings("\n"));
        Assert.Contains("Total to pay: 403.72 AUD", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("Account: a1", message.TextBody, StringComparison.Ordinal);

        static MailOptions With(MailOptions options)
        {
            (options.FromName, options.ReplyTo) = ("North Billing", "desk@example.org");
            return options;
        }
    }

    [Fact]
    public void One_delivery_is_the_same_bytes_at_each_attempt()
    {
        using var first = Message();
        using var second = Message();
        using var other = Message(Delivery("delivery-2"));
        Assert.Equal(Bytes(first), Bytes(second));
        Assert.NotEqual(Bytes(first), Bytes(other));
    }

    [Theory]
    [InlineData("Jo\r\nBcc: eve@example.com")]
    [InlineData("Jo\nSubject: free money\n\n<b>")]
    [InlineData("Jo\rTo: eve@example.com")]
    [InlineData("Jo\u2028Bcc: eve@example.com\u2029\u0085\u0000")]
    [InlineData("Jo\" <eve@example.com>, \"")]
    public void Nothing_that_somebody_typed_begins_a_header_or_adds_a_recipient(string hostile)
    {
        var options = Options();
        options.FromName = hostile;
        using var written = Message(parties: Parties(hostile, hostile), options: options);
        using var read = MimeMessage.Load(new MemoryStream(Bytes(written)), TestContext.Current.CancellationToken);

        Assert.Equal("jo@example.com", Assert.Single(read.To.Mailboxes).Address);
        Assert.Equal("billing@example.org", Assert.Single(read.From.Mailboxes).Address);
        Assert.Empty(read.Bcc);
        Assert.Empty(read.Cc);
        Assert.Equal(
            ["Auto-Submitted", "Date", "From", "MIME-Version", "Message-Id", "Subject", "To"],
            read.Headers.Select(header => header.Field).Order(StringComparer.Ordinal));
        Assert.StartsWith("Invoice INV-5, Jo", read.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(read.Subject!, char.IsControl);
    }

    [Fact]
    public void Who_gets_it_in_the_customers_place_is_not_called_by_its_name()
    {
        using var message = Message(
            Delivery() with { Recipient = DocumentDelivery.ToOther, Reason = "asked on the phone" });
        Assert.Equal("jo@example.com", message.To.ToString());
        Assert.DoesNotContain("phone", Encoding.UTF8.GetString(Bytes(message)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jo@example.com", true)]
    [InlineData("jo.o'neill+bills@mail.example.co.uk", true)]
    [InlineData("jo@xn--bcher-kva.example", true)]
    [InlineData("", false)]
    [InlineData("jo", false)]
    [InlineData("@example.com", false)]
    [InlineData("jo@", false)]
    [InlineData("jo@localhost", false)]
    [InlineData("jo@exa mple.com", false)]
    [InlineData("jo..o@example.com", false)]
    [InlineData("jo@-example.com", false)]
    [InlineData("jo@example..com", false)]
    [InlineData("jo@b\u00fccher.example", false)]
    [InlineData("jo@example.com\r\nBcc: eve@example.com", false)]
    [InlineData("jo@example.com,eve@example.com", false)]
    [InlineData("Jo <jo@example.com>", false)]
    [InlineData("\"jo\"@example.com", false)]
    public void An_address_is_one_mailbox_or_none(string text, bool isUsable)
    {
        Assert.Equal(isUsable, EmailAddress.IsUsable(text));
        Assert.False(EmailAddress.IsUsable(new string('a', 65) + "@example.com"));
        Assert.False(EmailAddress.IsUsable("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5))));
    }

    [Fact]
    public void Eight_attempts_take_about_two_days_and_none_comes_before_the_one_before()
    {
        var pauses = Enumerable.Range(1, MailRetryPlan.AttemptCountMax - 1).Select(n => MailRetryPlan.After(n)!.Value)
            .ToList();
        Assert.Equal(pauses.Order(), pauses);
        Assert.InRange(pauses.Aggregate(TimeSpan.Zero, (sum, one) => sum + one), TimeSpan.FromDays(1.5),
            TimeSpan.FromDays(2.5));
        Assert.Null(MailRetryPlan.After(MailRetryPlan.AttemptCountMax));
        Assert.Null(MailRetryPlan.After(int.MaxValue));
    }
}
