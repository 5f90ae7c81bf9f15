using System.IO.Compression;
using System.Text;
using BillingActors.Formats;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace Formats.Tests;

public sealed class FileFormatsTests
{
    [Theory]
    [InlineData("reads/house-nem12.csv", "nem12", 6)]
    [InlineData("reads/shop-nem13.csv", "nem13", 2)]
    [InlineData("reads/flat-green-button.xml", "espi", 3)]
    [InlineData("reads/intervals.csv", "usage-csv", 2)]
    [InlineData("reads/registers.csv", "usage-csv", 4)]
    [InlineData("customers/contracts.csv", "contracts-csv", 7)]
    public async Task Each_sample_is_recognised_plain_and_compressed_and_read_without_a_reject(
        string name, string format, int count)
    {
        var file = await File.ReadAllBytesAsync(
            Path.Combine(ReferenceData.Repository(), "samples", name), TestContext.Current.CancellationToken);
        foreach (var bytes in new[] { file, Gzip(file) })
        {
            Assert.Equal(format, FileFormats.Recognise(bytes.AsSpan(0, Math.Min(bytes.Length, 512)))?.Name);
            var items = await Files.Read(format, new MemoryStream(bytes));
            Assert.Equal(count, items.Length);
            Assert.All(items, item => Assert.Null(item.Rejected));
        }
    }

    [Theory]
    [InlineData("\uFEFF\r\n100,nem12,2026", "nem12")]
    [InlineData("200,NMI,E1", "nem12")]
    [InlineData("100,NEM13,2026", "nem13")]
    [InlineData("<?xml version=\"1.0\"?>", "espi")]
    [InlineData("hello", null)]
    [InlineData("", null)]
    public void A_file_is_recognised_by_its_head(string head, string? format) =>
        Assert.Equal(format, FileFormats.Recognise(Encoding.UTF8.GetBytes(head))?.Name);

    [Fact]
    public void Every_format_is_found_by_its_name()
    {
        Assert.All(FileFormats.All, format => Assert.Same(format, FileFormats.Named(format.Name)));
        Assert.Null(FileFormats.Named("NEM12"));
    }

    [Fact]
    public async Task Damaged_gzip_is_refused()
    {
        var whole = Gzip(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 9_000))));

        var refused = await Assert.ThrowsAsync<FileRefusedException>(
            () => Files.Read("nem12", new MemoryStream([0x1f, 0x8b, 0x08, 0xff, 0xff])));
        Assert.Equal("gzip-damaged", refused.Problems[0].Rule);
        refused = await Assert.ThrowsAsync<FileRefusedException>(() => Inflate(whole[..^40], InflationLimits.Default));
        Assert.Equal("gzip-damaged", refused.Problems[0].Rule);
    }

    [Fact]
    public async Task A_gzip_bomb_is_refused_and_small_files_may_repeat_themselves()
    {
        var bomb = Gzip(new byte[12 << 20]);

        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => Inflate(bomb, InflationLimits.Default));
        Assert.Equal("gzip-ratio", refused.Problems[0].Rule);
        refused = await Assert.ThrowsAsync<FileRefusedException>(() => Inflate(bomb, new(1 << 20, 10_000, 0)));
        Assert.Equal("gzip-too-large", refused.Problems[0].Rule);
        Assert.Equal(9 << 20, await Inflate(Gzip(new byte[9 << 20]), InflationLimits.Default));
    }

    [Fact]
    public async Task A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        var endless = new GeneratedStream("100,NEM12,202603050900,MDP,RET\n", "1,", long.MaxValue);

        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => Files.Read("nem12", endless));

        Assert.Equal("2 line line-too-long", Files.Short(refused));
        Assert.True(endless.Given < 1 << 20, $"{endless.Given} bytes read");
    }

    private static async Task<long> Inflate(byte[] file, InflationLimits limits)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var plain = await IncomingFile.Open(new MemoryStream(file), limits, cancellation);
        var (total, buffer) = (0L, new byte[65_536]);
        for (var read = 1; read > 0; total += read)
            read = await plain.ReadAsync(buffer, cancellation);
        return total;
    }

    private static byte[] Gzip(byte[] plain)
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest))
            gzip.Write(plain);
        return file.ToArray();
    }
}
