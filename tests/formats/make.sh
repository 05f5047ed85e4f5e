#!/bin/sh
# Turns the sample documents into other formats, by tools that are not ours: pandoc, LibreOffice and iconv.
# Debian: apt-get install pandoc libreoffice-writer-nogui. Run it from the repository; the results are checked in.
set -eu
here=tests/formats
for name in appeal encyclopedia listing ratings review; do
    text=seeds/$name.txt
    read_as=markdown+hard_line_breaks-yaml_metadata_block
    for format in docx odt epub rtf html; do
        mkdir -p $here/$format
        SOURCE_DATE_EPOCH=1350000000 pandoc -s -f $read_as "$text" -o $here/$format/$name.$format 2>/dev/null
    done
    mkdir -p $here/md $here/wiki $here/eml $here/utf16 $here/gb18030
    pandoc -f $read_as -t gfm "$text" -o $here/md/$name.md
    pandoc -f $read_as -t mediawiki "$text" -o $here/wiki/$name.wiki
    iconv -f utf-8 -t utf-16 "$text" > $here/utf16/$name.txt
    iconv -f utf-8 -t gb18030 "$text" > $here/gb18030/$name.txt
    python3 - "$text" "$here/eml/$name.eml" <<'PYTHON'
import sys
from email.message import EmailMessage
from pathlib import Path

message = EmailMessage()
message["From"], message["To"] = "desk@example.org", "archive@example.org"
message.set_content(Path(sys.argv[1]).read_text(encoding="utf-8"))
Path(sys.argv[2]).write_bytes(message.as_bytes())
PYTHON
done
mkdir -p $here/pdf
soffice --headless --convert-to pdf --outdir $here/pdf $here/docx/*.docx > /dev/null
for folder in "$here"/*/; do
    ending=$(basename "$folder")
    case $ending in utf16 | gb18030) ending=txt ;; esac
    sed "s/\.txt: /.$ending: /" seeds/sources.yaml > "$folder/sources.yaml"
done
