using System.IO.Compression;
using System.Xml.Linq;
using BillingActors.Gateway.Console.Lists;

namespace BillingActors.Console.Tests.Lists;

public sealed class ExcelFileTests
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public async Task Every_row_is_there_and_typed_and_nothing_is_a_formula()
    {
        using var file = new MemoryStream();
        var export = new ListExport(new NumberList(1200), NumberList.Nobody, new ListQuery());

        Assert.Equal(1200, await ExcelFile.Write(export, file, TestContext.Current.CancellationToken));

        var rows = Rows(file);
        Assert.Equal(1201, rows.Count);
        Assert.Equal(["text", "number", "amount", "day"], rows[0].Select(cell => cell.Value));
        Assert.Equal(["=7", "7", "-0.07"], rows[8].Take(3).Select(cell => cell.Value));
        Assert.Equal("inlineStr", (string?)rows[8][0].Attribute("t"));
        Assert.NotEqual("inlineStr", (string?)rows[8][1].Attribute("t"));
        Assert.Empty(rows.SelectMany(row => row.Descendants(Sheet + "f")));
        Assert.Equal("46030", rows[8][3].Value); // 8 January 2026, as spreadsheets count days.
    }

    private static List<List<XElement>> Rows(Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return [.. XDocument.Load(sheet).Descendants(Sheet + "row").Select(row => row.Elements(Sheet + "c").ToList())];
    }
}
