using BillingActors.Gateway.Invoices;
using BillingActors.Gateway.Mail;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using static BillingActors.Gateway.Tests.Mail.MailSamples;

namespace BillingActors.Gateway.Tests.Mail;

/// <summary>What becomes of a delivery by what the mail server says.</summary>
public sealed class MailSendingTests : IAsyncLifetime
{
    private readonly MailServer _server = new();
    private GatewayHost _host = null!;
    private MailOptions _options = null!;

    private GatewayHost.Parts Behind => _host.Behind;

    public async ValueTask InitializeAsync()
    {
        _host = await GatewayHost.Start();
        Behind.Reports.Invoices.Add(InvoicePageTests.Invoice());
        Behind.Deliveries.Deliveries["delivery-1"] = Delivery();
        _options = Options(_server.Port);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task What_the_server_takes_is_sent_once_and_done()
    {
        await Work();
        await Work();

        var (to, text) = Assert.Single(_server.Messages);
        using var message = MimeMessage.Load(
            new MemoryStream(System.Text.Encoding.Latin1.GetBytes(text)), Http.Cancellation);
        Assert.Equal(("jo@example.com", "delivery-1@example.org"), (to, message.MessageId));
        Assert.Contains("<table>", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("MAIL FROM:<billing@example.org>", _server.Said[1], StringComparison.Ordinal);
        Assert.Equal(("sent", 1, 250, "sent"), Now);
    }

    [Theory]
    [InlineData("RCPT", "450 4.2.1 <jo@example.com> is busy", "recipient-refused", 450)]
    [InlineData("MAIL", "421 4.3.2 later", "sender-refused", 421)]
    [InlineData(".", "452 4.3.1 full", "message-refused", 452)]
    public async Task What_is_refused_for_now_is_tried_again_until_it_goes_through(
        string line, string answer, string word, int status)
    {
        _server.Answer = said => said.StartsWith(line, StringComparison.Ordinal) ? answer : null;
        await Work();
        Assert.Equal(("failed", 1, status, word), Now);
        Assert.Equal(At.AddMinutes(1), Behind.Deliveries.Deliveries["delivery-1"].NextAt);
        await Work(); // Not before its time.
        Assert.Equal(("failed", 1, status, word), Now);

        _server.Answer = _ => null;
        Behind.Clock.Advance(TimeSpan.FromMinutes(1));
        await Work();

        Assert.Equal(("sent", 2, 250, "sent"), Now);
        Assert.Single(_server.Messages);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 <jo@example.com> is unknown", "recipient-refused", 550)]
    [InlineData("MAIL", "553 5.7.1 not you", "sender-refused", 553)]
    [InlineData(".", "554 5.6.0 no", "message-refused", 554)]
    public async Task What_is_refused_for_good_is_given_up_and_nothing_is_kept_of_what_was_written(
        string line, string answer, string word, int status)
    {
        _server.Answer = said => said.StartsWith(line, StringComparison.Ordinal) ? answer : null;
        await Work();

        Assert.Equal(("given-up", 1, status, word), Now);
        Assert.Null(Behind.Deliveries.Deliveries["delivery-1"].NextAt);
        Assert.Empty(_server.Messages);
    }

    [Fact]
    public async Task What_never_goes_through_is_given_up_after_eight_attempts()
    {
        _server.Answer = said => said.StartsWith("RCPT", StringComparison.Ordinal) ? "450 no" : null;
        for (var attempt = 0; attempt < 12; attempt++)
        {
            await Work();
            Behind.Clock.Advance(TimeSpan.FromDays(1));
        }
        Assert.Equal(("given-up", MailRetryPlan.AttemptCountMax, 450, "recipient-refused"), Now);
    }

    [Fact]
    public async Task Without_the_protection_that_was_asked_for_nothing_is_said()
    {
        _options.Tls = "starttls";
        await Work();
        Assert.Equal(("failed", 1, null, "not-protected"), Now);
        Assert.DoesNotContain(_server.Said, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_says_nothing_is_asked_again_later()
    {
        _options.TimeoutSeconds = 1;
        _options.Host = "127.0.0.2";
        await Work();
        Assert.Equal(("failed", 1, null, "unreachable"), Now);

        using var mute = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        mute.Start();
        (_options.Host, _options.Port) = ("127.0.0.1", ((System.Net.IPEndPoint)mute.LocalEndpoint).Port);
        Behind.Clock.Advance(TimeSpan.FromMinutes(1));
        await Work();
        Assert.Equal(("failed", 2, null, "timed-out"), Now);
    }

    [Fact]
    public async Task An_erased_person_gets_nothing()
    {
        Behind.Deliveries.Erased.Add("c1");
        await Work();
        Assert.Equal(("given-up", 1, null, "erased"), Now);
        Assert.Empty(_server.Said);
    }

    [Fact]
    public async Task An_invoice_that_cannot_be_found_does_not_stop_the_others()
    {
        Behind.Deliveries.Deliveries["delivery-0"] = Delivery("delivery-0") with
        {
            InvoiceId = "north.a1.9",
            NextAt = At.AddSeconds(-1),
        };
        await Work();
        Assert.Equal(("sent", 1, 250, "sent"), Now);
        Assert.Equal("not-composed", Behind.Deliveries.Deliveries["delivery-0"].LastOutcome);
    }

    [Fact]
    public async Task A_folder_takes_each_message_whole_and_once()
    {
        var folder = Directory.CreateTempSubdirectory("billing-mail-");
        try
        {
            var mailer = new FolderMailer(Path.Combine(folder.FullName, "out"));
            using var message = Message();
            Assert.Equal("sent", (await mailer.Send(message, "delivery-1", Http.Cancellation)).Word);
            Assert.Equal("sent", (await mailer.Send(message, "delivery-1", Http.Cancellation)).Word);
            var file = Assert.Single(Directory.GetFiles(Path.Combine(folder.FullName, "out")));
            Assert.Equal("delivery-1.eml", Path.GetFileName(file));
            using var read = await MimeMessage.LoadAsync(file, Http.Cancellation);
            Assert.Equal(message.HtmlBody, read.HtmlBody!.ReplaceLineEndings("\n"));

            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "no"), "", Http.Cancellation);
            var nowhere = new FolderMailer(Path.Combine(folder.FullName, "no"));
            Assert.Equal("not-written", (await nowhere.Send(message, "delivery-1", Http.Cancellation)).Word);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Settings_that_cannot_work_are_refused_and_what_is_missing_is_named()
    {
        Assert.Equal("Billing:Mail:From, Billing:Mail:Host or Billing:Mail:Folder",
            string.Join(", ", new MailOptions().Missing));
        Assert.Null(new MailOptions().Broken);
        Assert.Null(Options().Broken);
        Assert.Empty(Options().Missing);
        (Action<MailOptions> Change, string Named)[] wrong =
        [
            (one => one.Port = 0, "number"), (one => one.TimeoutSeconds = 301, "number"),
            (one => one.PollMilliseconds = 49, "number"), (one => one.From = "no", "From"),
            (one => one.ReplyTo = "a@b.c\r\nBcc: d@e.f", "ReplyTo"), (one => one.Folder = "out", "not both"),
            (one => one.Tls = "maybe", "Tls"), (one => one.Host = "mail.example.org", "own machine"),
            (one => one.UserName = "billing", "PasswordFile"),
        ];
        foreach (var (change, named) in wrong)
        {
            var options = Options();
            change(options);
            Assert.Contains(named, options.Broken, StringComparison.Ordinal);
        }
    }

    private (string State, int Attempts, int? Status, string? Word) Now =>
        Behind.Deliveries.Deliveries["delivery-1"] is var one
            ? (one.State, one.AttemptCount, one.LastStatus, one.LastOutcome)
            : default;

    private Task Work() => new MailSending(
        Behind.Deliveries, new InvoiceReading(Behind.Reports, Behind.Grains.Factory), new SmtpMailer(_options),
        Microsoft.Extensions.Options.Options.Create(_options), Behind.Clock, NullLogger<MailSending>.Instance)
        .Work(Http.Cancellation);
}
