using System.Text;
using BillingActors.Formats.Bank;
using BillingActors.Grains.Interfaces.Imports;

namespace Formats.Tests.Bank;

/// <summary>
/// Statements of banks. The files are samples of genkgo/camt, viafintech/camt_parser (both MIT) and moov-io/bai2
/// (Apache-2.0); what is in each was counted beside them, in expected.json.
/// </summary>
public sealed class BankStatementTests
{
    private const string Bai =
        """
        01,BANK,US,250401,0600,1,,,2/
        02,US,BANK,1,250331,,AUD,/
        03,123,AUD,015,+1500,,/
        16,165,700,,B1,INV-7,for March/
        88,and April/
        16,475,200,,,,a cheque of ours/
        16,257,300,,,,came back/
        49,2700,6/
        98,2700,1,8/
        99,2700,1,10/
        """;

    [Theory]
    [InlineData("camt/camt053-v2-simple.xml", 1, 100, "debit debit debit")]
    [InlineData("camt/camt053-v2-two-statements.xml", 1, 885, "debit")]
    [InlineData("bai2/four-groups.txt", 4, 30950000, "")]
    [InlineData("bai2/two-accounts-cad.txt", 5, 320000,
        "debit debit debit debit debit debit debit debit debit debit debit debit")]
    public async Task What_came_in_is_found_to_the_cent(string name, int count, long minor, string leftOut)
    {
        var read = await ReadFile(name);

        Assert.Equal(count, read.Payments.Length);
        Assert.Equal(minor, read.Payments.Sum(entry => entry.Payment.AmountMinor));
        Assert.Equal(leftOut, string.Join(' ', read.LeftOut.Select(one => one.Why)));
    }

    [Fact]
    public async Task An_entry_of_several_payments_is_each_of_them_and_returns_are_none()
    {
        var read = await ReadFile("camt/camt053-v4-batches-returns.xml");

        // Credits of the statement come to 1,810.56 in five entries; what is left out of them are returns.
        Assert.True(read.Payments.Length > 3, $"{read.Payments.Length} payments");
        Assert.All(read.Payments, entry => Assert.Equal("CHF", entry.Payment.Currency));
        Assert.InRange(read.Payments.Sum(entry => entry.Payment.AmountMinor), 1, 181056);
        Assert.Equal(8, read.LeftOut.Count(one => one.Why == "debit"));
    }

    [Theory]
    [InlineData("camt/camt053-v8-does-not-tie.xml", "total-mismatch")]
    [InlineData("camt/camt053-v2-not-a-statement.xml", "not-a-statement")]
    public async Task What_does_not_hold_together_is_refused(string name, string rule)
    {
        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => ReadFile(name));

        Assert.Equal(rule, refused.Problems[0].Rule);
    }

    [Fact]
    public async Task A_transaction_has_its_day_its_method_and_what_the_payer_wrote()
    {
        var read = await Read(Bai);

        var entry = Assert.Single(read.Payments);
        Assert.Equal(4, entry.Line);
        Assert.Equal(
            ("ach", 700L, "AUD", new DateOnly(2025, 3, 31), "B1 INV-7 for March and April"),
            (entry.Payment.Method, entry.Payment.AmountMinor, entry.Payment.Currency, entry.Payment.ValueOn,
                entry.Payment.Reference));
        Assert.Equal(["debit", "return"], read.LeftOut.Select(one => one.Why));
    }

    [Theory]
    [InlineData("16,165,700", "16,165,701", "8 49 total-mismatch")]
    [InlineData("16,165,700", "16,165,7.0", "4 16 number-invalid")]
    [InlineData("98,2700,1,8/", "98,2700,1,9/", "9 98 count-mismatch")]
    [InlineData("99,2700,1,10/", "", "9 99 end-missing")]
    [InlineData("99,2700,1,10/", "99,2700,1,10/\n99,2700,1,10/", "11 record record-after-end")]
    [InlineData("02,US", "17,US", "2 record record-unknown")]
    [InlineData("01,BANK", "88,BANK", "1 88 record-out-of-place")]
    public async Task A_file_that_was_cut_or_edited_is_not_taken(string part, string changed, string problem)
    {
        var text = Bai.Replace(part, changed, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => Read(text, BankStatements.Bai));

        Assert.Equal(problem, Files.Short(refused));
    }

    [Fact]
    public async Task A_document_type_is_refused()
    {
        const string Text = "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><Stmt>&x;</Stmt></Document>";
        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => Read(Text));

        Assert.Equal("xml-malformed", refused.Problems[0].Rule);
    }

    [Fact]
    public void Other_files_are_no_statements()
    {
        Assert.Null(BankStatements.Recognise("entity,account,source"u8));
        Assert.Null(BankStatements.Recognise("<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">"u8));
        Assert.Null(BankStatements.Recognise("01,02"u8));
        Assert.Null(BankStatements.Recognise([]));
    }

    private static async Task<BankMoney> ReadFile(string name) => await Read(
        await File.ReadAllTextAsync(
            Path.Combine(ReferenceData.Folder("bank"), name), TestContext.Current.CancellationToken));

    private static Task<BankMoney> Read(string text, string? known = null)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var format = known ?? BankStatements.Recognise(bytes.AsSpan(0, Math.Min(4096, bytes.Length)));
        return BankStatements.Read(
            Assert.IsType<string>(format), new MemoryStream(bytes), _ => 2, TestContext.Current.CancellationToken);
    }
}
