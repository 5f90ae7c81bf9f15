using BillingActors.Grains.Interfaces.Cash;

namespace Formats.Tests;

public sealed class PaymentsTests
{
    private const string Header =
        "entity,account,source,payment_id,method,amount_minor,currency,value_on,reference,batch,card_token,items,"
        + "on_account\n";

    private const string Row = "north,A-1,bank,P-7,wire,8320,EUR,2026-03-01,RF18 5390,B-1,,INV-1 INV-2=500,yes";

    private const string Line =
        "{\"entityId\":\"north\",\"accountId\":\"A-1\",\"source\":\"bank\",\"paymentId\":\"P-7\",\"method\":\"wire\","
        + "\"amountMinor\":8320,\"currency\":\"EUR\",\"valueOn\":\"2026-03-01\",\"reference\":\"RF18 5390\","
        + "\"batchId\":\"B-1\",\"isOnAccount\":true,"
        + "\"items\":[{\"item\":\"INV-1\"},{\"item\":\"INV-2\",\"amountMinor\":500}]}";

    [Theory]
    [InlineData("payments-csv", Header + Row + "\n", 2)]
    [InlineData("payments-json", Line + "\n", 1)]
    public async Task A_record_says_everything_its_fields_say(string format, string file, int line)
    {
        var entry = Assert.Single(await Files.Read(format, file)).Payment!;

        Assert.Equal(("north", "A-1", line), (entry.EntityId, entry.AccountId, entry.Line));
        Assert.Equal(
            new Payment("bank.P-7", "bank", "wire", 8320, "EUR", new(2026, 3, 1), "RF18 5390", "B-1", null, null, true),
            entry.Payment with { Items = null });
        Assert.Equal([new PaidItem("INV-1"), new PaidItem("INV-2", 500)], entry.Payment.Items!.Value.AsEnumerable());
    }

    [Fact]
    public async Task A_payment_without_account_is_one_of_nobody() =>
        Assert.Null(Assert.Single(
            await Files.Read("payments-csv", Header + Row.Replace("A-1", "", StringComparison.Ordinal) + "\n"))
            .Payment!.AccountId);

    [Theory]
    [InlineData(",8320,", ",83.20,", "amount_minor number-invalid")]
    [InlineData(",8320,", ",83.00,", "amount_minor number-invalid")]
    [InlineData(",8320,", ",0,", "amount_minor number-invalid")]
    [InlineData(",8320,", ",-1,", "amount_minor number-invalid")]
    [InlineData(",wire,", ",barter,", "method word-unknown")]
    [InlineData("2026-03-01", "01.03.2026", "value_on date-invalid")]
    [InlineData("north,", ",", "entity field-missing")]
    [InlineData("P-7", "", "payment_id field-missing")]
    [InlineData("INV-2=500", "INV-2=x", "items item-invalid")]
    [InlineData(",yes", ",maybe", "on_account word-unknown")]
    public async Task A_bad_row_is_rejected_and_the_next_is_read(string good, string bad, string problem)
    {
        var row = Row.Replace(good, bad, StringComparison.Ordinal);

        var items = await Files.Read("payments-csv", $"{Header}{row}\n{Row}\n");

        Assert.Equal($"2 {problem}", Files.Short(items[0]));
        Assert.Equal(3, items[1].Payment!.Line);
    }

    [Theory]
    [InlineData("\"amountMinor\":8320", "\"amountMinor\":\"8320\"", "amountMinor")]
    [InlineData("\"amountMinor\":8320,", "", "record")]
    [InlineData("\"method\"", "\"methode\"", "methode")]
    [InlineData("2026-03-01", "1 March", "valueOn")]
    [InlineData("}]}", "}]", "record")]
    public async Task A_bad_line_is_rejected_and_the_next_is_read(string good, string bad, string field)
    {
        var items = await Files.Read("payments-json", $"{Line.Replace(good, bad, StringComparison.Ordinal)}\n{Line}\n");

        Assert.Equal(("json-invalid", 1), (items[0].Rejected!.Rule, items[0].Rejected!.Line));
        Assert.StartsWith(field, items[0].Rejected!.Field, StringComparison.Ordinal);
        Assert.Equal(2, items[1].Payment!.Line);
    }

    [Fact]
    public async Task A_rejected_record_keeps_no_long_number()
    {
        var row = Row.Replace(",wire,", ",card 4111 1111 1111 1111,", StringComparison.Ordinal);

        var rejected = (await Files.Read("payments-csv", $"{Header}{row}\n"))[0];

        Assert.Contains("card #### #### #### ####", rejected.Raw!, StringComparison.Ordinal);
        Assert.Contains("8320", rejected.Raw!, StringComparison.Ordinal);
    }
}
