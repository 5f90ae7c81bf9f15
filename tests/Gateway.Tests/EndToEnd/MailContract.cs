using System.Text;
using BillingActors.Gateway.Tests.Cli;
using MimeKit;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Invoices that leave the real program by e-mail, on any database.</summary>
public abstract class MailContract(MailWorld world)
{
    [Fact]
    public async Task An_invoice_is_sent_to_its_customer_as_it_is_printed()
    {
        var (invoice, said) = (world.Invoice(0), await world.Ask(0));
        var to = said.GetProperty("address").GetString()!;

        var (_, text) = Assert.Single(await world.Server.Until(to, 1));

        using var message = Read(text);
        Assert.Equal(said.GetProperty("messageId").GetString(), message.MessageId);
        Assert.Equal($"Invoice {invoice.Number}, Test Energy", message.Subject);
        using var page = await world.Supervisor.Send("GET", $"/v1/invoices/{invoice.InvoiceId}/page");
        Assert.Equal(
            (await page.Content.ReadAsStringAsync(Http.Cancellation)).ReplaceLineEndings("\n"),
            message.HtmlBody!.ReplaceLineEndings("\n"));
        var row = Assert.Single(await world.Until(0, one => one.GetProperty("state").GetString() == "sent"));
        Assert.Equal((1, 250), (row.GetProperty("attemptCount").GetInt32(), row.GetProperty("lastStatus").GetInt32()));
    }

    [Fact]
    public async Task What_is_refused_for_good_is_given_up_and_waits_on_the_worklist_until_it_is_sent_elsewhere()
    {
        world.Server.Answer = line =>
            line.StartsWith("RCPT TO:<nobody@", StringComparison.Ordinal)
                ? "550 5.1.1 <nobody@example.com> is unknown"
                : null;
        await world.Ask(1, """{"address":"nobody@example.com"}""", "asked on the phone");
        var row = Assert.Single(await world.Until(1, one => one.GetProperty("state").GetString() == "given-up"));
        Assert.Equal((550, "recipient-refused", "other"), (
            row.GetProperty("lastStatus").GetInt32(), row.GetProperty("lastOutcome").GetString(),
            row.GetProperty("recipient").GetString()));
        Assert.Contains(world.Invoice(1).Number, await Worklist("open"), StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", await Worklist("open"), StringComparison.Ordinal);

        await world.Ask(1);

        await world.Until(1, one => one.GetProperty("state").GetString() is "sent" or "given-up");
        Assert.DoesNotContain(world.Invoice(1).Number, await Worklist("open"), StringComparison.Ordinal);
        Assert.Contains(world.Invoice(1).Number, await Worklist("fixed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_when_the_program_died_comes_again_as_the_same_message()
    {
        await world.KillAndStart("after-send-before-mark");
        var to = (await world.Ask(2)).GetProperty("address").GetString()!;
        await world.Server.Until(to, 1);
        await world.UntilDeadAndStart();

        var sent = await world.Server.Until(to, 2);

        Assert.Equal(sent[0].Text, sent[1].Text);
        var row = Assert.Single(await world.Until(2, one => one.GetProperty("state").GetString() == "sent"));
        Assert.Equal(2, row.GetProperty("attemptCount").GetInt32());
        Assert.Equal(2, world.Server.To(to).Length);
    }

    [Fact]
    public async Task The_command_line_sends_and_lists()
    {
        var number = world.Invoice(3).Number;
        var refused = await Run("send", number, "--to", "eve@example.com");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("reason-missing", refused.Errors, StringComparison.Ordinal);
        string[] send = ["send", number, "--to", "eve@example.com", "--reason", "asked", "--idempotency-key"];
        var key = Guid.NewGuid().ToString();
        var sent = await Run([.. send, key]);
        Assert.True(sent.ExitCode == 0, sent.Output + sent.Errors);
        Assert.Equal(0, (await Run([.. send, key])).ExitCode);
        await world.Until(3, one => one.GetProperty("state").GetString() == "sent");

        var listed = await Run("deliveries", number);

        Assert.Equal(0, listed.ExitCode);
        var line = Assert.Single(listed.Lines);
        Assert.Contains($"{number}  eve@example.com  sent, 1 attempts, sent 250  suzy", line, StringComparison.Ordinal);
        Assert.Single(world.Server.To("eve@example.com"));
    }

    private Task<CliResult> Run(params string[] arguments) => CliProcess.Run(
        ["invoice", .. arguments, "--url", world.Address.ToString(), "--key", world.Key]);

    private async Task<string> Worklist(string state)
    {
        using var worklist = await world.Supervisor.Send("GET", "/v1/worklist?kind=invoice-delivery&state=" + state);
        return await worklist.Content.ReadAsStringAsync(Http.Cancellation);
    }

    private static MimeMessage Read(string text) =>
        MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(text)), Http.Cancellation);
}
