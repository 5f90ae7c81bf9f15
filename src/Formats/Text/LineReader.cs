using System.Text;

namespace BillingActors.Formats.Text;

/// <summary>Reads lines that end in LF, CRLF or CR; a line that is too long refuses the file.</summary>
internal sealed class LineReader(Stream plain) : IDisposable
{
    /// <summary>Longest line in characters: a day of one-minute values fits several times.</summary>
    public const int LengthMax = 65_536;

    private readonly StreamReader _text = new(plain, Encoding.UTF8, true, 16_384, leaveOpen: true);
    private readonly char[] _buffer = new char[LengthMax + 2];
    private int _start;
    private int _end;
    private bool _isEnded;

    /// <summary>Number of the line last read, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The line last read, without its end; valid until the next read.</summary>
    public ReadOnlyMemory<char> Line { get; private set; }

    /// <summary>Goes to the next line; false at the end of the file.</summary>
    public async ValueTask<bool> Read(CancellationToken cancellation)
    {
        while (!TryTake())
        {
            if (_isEnded)
                return false;
            await Fill(cancellation);
        }
        return true;
    }

    public void Dispose() => _text.Dispose();

    private bool TryTake()
    {
        var waiting = _buffer.AsSpan(_start, _end - _start);
        var length = waiting.IndexOfAny('\n', '\r');
        // A CR at the end of what has arrived may be half of a CRLF.
        var isOpen = length < 0 || (waiting[length] == '\r' && length + 1 == waiting.Length);
        if (isOpen && !_isEnded)
            return false;
        if (length < 0 && waiting.IsEmpty)
            return false;
        Take(waiting, length < 0 ? waiting.Length : length);
        return true;
    }

    private void Take(ReadOnlySpan<char> waiting, int length)
    {
        Line = _buffer.AsMemory(_start, length);
        Number++;
        var ending = waiting[length..];
        _start += length + (ending.StartsWith("\r\n") ? 2 : Math.Min(1, ending.Length));
    }

    private async ValueTask Fill(CancellationToken cancellation)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
            throw Refusal.Of(Number + 1, "line", "line-too-long", $"has more than {LengthMax} characters");
        var count = await _text.ReadAsync(_buffer.AsMemory(_end), cancellation);
        _end += count;
        _isEnded = count == 0;
    }
}
