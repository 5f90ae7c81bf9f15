using System.Collections.Immutable;
using System.Text;
using BillingActors.Formats.Text;
using Sylvan.Data.Csv;

namespace BillingActors.Formats.Csv;

/// <summary>A CSV file with a header, read row by row.</summary>
internal sealed class CsvTable : IAsyncDisposable
{
    private const int RowLengthMax = 65_536;
    private readonly CsvDataReader _rows;
    private readonly Stream _plain;
    private int _nextLine = 1;

    private CsvTable(CsvDataReader rows, Stream plain)
    {
        (_rows, _plain) = (rows, plain);
        Row = new(rows, CsvHeader.None);
    }

    /// <summary>The row last read; valid until the next read.</summary>
    public CsvRow Row { get; private set; }

    /// <summary>Opens the file and reads its header, which must be one of the shapes.</summary>
    public static async Task<CsvTable> Open(
        Stream file, ImmutableArray<CsvShape> shapes, CancellationToken cancellation)
    {
        var table = await OpenBare(file, cancellation);
        await table.ReadHeader(shapes, cancellation);
        return table;
    }

    /// <summary>Opens a file that has something above its header.</summary>
    public static async Task<CsvTable> OpenBare(Stream file, CancellationToken cancellation)
    {
        var plain = await IncomingFile.Open(file, cancellation);
        var text = new StreamReader(plain, new UTF8Encoding(false, throwOnInvalidBytes: true), true);
        return new CsvTable(await Guard(1, CsvDataReader.CreateAsync(text, Options(), cancellation)), plain);
    }

    /// <summary>Reads the header where it stands, which must be one of the shapes.</summary>
    public async Task ReadHeader(ImmutableArray<CsvShape> shapes, CancellationToken cancellation)
    {
        if (!await Read(cancellation))
            throw Refusal.Of(_nextLine, "header", "file-empty", "the file has no header");
        var names = Enumerable.Range(0, _rows.RowFieldCount).Select(column => Row[column].ToString()).ToArray();
        var line = Row.Line;
        Row = new(_rows, CsvHeader.Read(names, shapes, line));
        Row.Start(line);
    }

    /// <summary>Goes to the next row that is not blank; false at the end of the file.</summary>
    public async ValueTask<bool> Read(CancellationToken cancellation)
    {
        do
        {
            if (!await Guard(_nextLine, _rows.ReadAsync(cancellation)))
                return false;
            Row.Start(_nextLine);
            _nextLine += LineEnds(_rows.GetRawRecordSpan());
        }
        while (Row.IsBlank);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _rows.DisposeAsync();
        await _plain.DisposeAsync();
    }

    private static CsvDataReaderOptions Options() => new()
    {
        HasHeaders = false,
        Delimiter = ',',
        CsvStyle = CsvStyle.Standard,
        MaxBufferSize = RowLengthMax,
    };

    private static async Task<T> Guard<T>(int line, Task<T> read)
    {
        try
        {
            return await read;
        }
        catch (CsvRecordTooLargeException)
        {
            throw Refusal.Of(line, "line", "line-too-long", $"a row has more than {RowLengthMax} characters");
        }
        catch (CsvFormatException e)
        {
            throw Refusal.Of(line, "line", "csv-malformed", e.Message);
        }
        catch (DecoderFallbackException)
        {
            throw Refusal.Of(line, "file", "not-utf-8", "is not UTF-8 text at or after this line");
        }
    }

    private static int LineEnds(ReadOnlySpan<char> raw)
    {
        var ends = 0;
        for (var index = 0; index < raw.Length; index++)
            if (raw[index] == '\n' || (raw[index] == '\r' && (index + 1 == raw.Length || raw[index + 1] != '\n')))
                ends++;
        return ends;
    }
}
