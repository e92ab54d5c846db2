"""Drives LibreOffice Calc for the tests: one request a line on stdin, one answer a line on stdout, both JSON.

LibreOffice is started with a profile of its own, and is ended when stdin ends, however the tests end.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

START_SECONDS = 60
# Of the errors in one area, so many are named.
NAMED_ERRORS = 20
# Cached values are shown as the file has them until a request says to calculate.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"><value>1</value></prop></item>
</oor:items>
"""


def named(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def filled(cell):
    if cell is None:
        return ''
    # LibreOffice takes no whole numbers of more than 32 bits from Python.
    return cell if isinstance(cell, str) else float(cell)


class Office:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix='ras-office-')
        profile = os.path.join(self.folder, 'profile')
        os.makedirs(os.path.join(profile, 'user'))
        with open(os.path.join(profile, 'user', 'registrymodifications.xcu'), 'w') as settings:
            settings.write(SETTINGS)
        self.output = os.path.join(self.folder, 'output.txt')
        pipe = f'ras{os.getpid()}x{time.time_ns()}'
        with open(self.output, 'w') as output:
            self.process = subprocess.Popen(
                [
                    'soffice',
                    '--headless',
                    '--invisible',
                    '--norestore',
                    '--nologo',
                    '--nodefault',
                    '--nolockcheck',
                    f'-env:UserInstallation={uno.systemPathToFileUrl(profile)}',
                    f'--accept=pipe,name={pipe};urp;StarOffice.ServiceManager',
                ],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        try:
            context = self.connect(f'uno:pipe,name={pipe};urp;StarOffice.ComponentContext')
            self.desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
        except BaseException:
            self.end()
            raise
        self.documents = {}
        self.areas = {}
        self.opened = 0

    def connect(self, address):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
        latest = time.monotonic() + START_SECONDS
        while True:
            try:
                return resolver.resolve(address)
            except Exception as problem:
                ended = self.process.poll()
                if ended is not None or time.monotonic() > latest:
                    with open(self.output) as output:
                        said = output.read().strip()[-2000:]
                    how = f'took over {START_SECONDS} s to start' if ended is None else f'ended with {ended}'
                    raise RuntimeError(f'soffice {how}. It said: {said or "nothing"}. ({problem})') from None
                time.sleep(0.05)

    def end(self):
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def open(self, path):
        # A copy: LibreOffice locks what it opens, and would not open it again after a test that was stopped.
        self.opened += 1
        folder = os.path.join(self.folder, str(self.opened))
        os.mkdir(folder)
        url = uno.systemPathToFileUrl(shutil.copy(path, folder))
        document = self.desktop.loadComponentFromURL(url, '_blank', 0, named(Hidden=True))
        if document is None:
            raise RuntimeError(f'LibreOffice does not open {path}')
        document.enableAutomaticCalculation(False)
        self.documents[self.opened] = document
        return {'document': self.opened, 'sheets': list(document.Sheets.ElementNames)}

    def close(self, document):
        for key in [key for key in self.areas if key[0] == document]:
            del self.areas[key]
        self.documents.pop(document).close(True)

    def area(self, document, sheet, name, shape=None):
        """Some cells of a sheet. Asking LibreOffice for them takes longer than reading them, so they are kept."""
        key = (document, sheet, name, shape)
        if key not in self.areas:
            sheets = self.documents[document].Sheets
            if not sheets.hasByName(sheet):
                raise RuntimeError(f'there is no sheet {sheet}')
            area = sheets.getByName(sheet).getCellRangeByName(name)
            if shape:
                start = area.RangeAddress
                right, bottom = start.StartColumn + shape[1] - 1, start.StartRow + shape[0] - 1
                area = sheets.getByName(sheet).getCellRangeByPosition(start.StartColumn, start.StartRow, right, bottom)
            self.areas[key] = area
        return self.areas[key]

    def unprotect(self, document):
        for name in self.documents[document].Sheets.ElementNames:
            self.documents[document].Sheets.getByName(name).unprotect('')

    def set(self, document, fill):
        for one in fill:
            rows = tuple(tuple(filled(cell) for cell in row) for row in one['rows'])
            area = self.area(document, one['sheet'], one['at'], (len(rows), len(rows[0])))
            try:
                area.setDataArray(rows)
            except Exception:
                where = f"{one['sheet']}!{one['at']}"
                raise RuntimeError(f'{where} cannot be filled in: a cell is locked, or the rows differ in length') from None

    def calculate(self, document):
        self.documents[document].calculateAll()

    def read(self, document, ranges):
        return [self.shown(self.area(document, one['sheet'], one['range'])) for one in ranges]

    def shown(self, area):
        # An error stands as None in the array, and only its cell can name it, which takes a while.
        rows = area.getDataArray()
        left = NAMED_ERRORS
        found = []
        for y, row in enumerate(rows):
            if None in row:
                row = list(row)
                for x in [x for x, cell in enumerate(row) if cell is None]:
                    row[x] = {'error': area.getCellByPosition(x, y).String if left > 0 else 'an error'}
                    left -= 1
            found.append(row)
        return found

    def formulas(self, document, ranges):
        return [self.area(document, one['sheet'], one['range']).getFormulaArray() for one in ranges]

    def cases(self, document, cases, ranges):
        found = []
        for fill in cases:
            self.set(document, fill)
            self.calculate(document)
            found.append(self.read(document, ranges))
        return found

    def pdf(self, document, path):
        url = uno.systemPathToFileUrl(os.path.abspath(path))
        self.documents[document].storeToURL(url, named(FilterName='calc_pdf_Export'))


REQUESTS = ('open', 'close', 'unprotect', 'set', 'calculate', 'read', 'formulas', 'cases', 'pdf')


def answer(problem=None, value=None):
    text = json.dumps({'value': value} if problem is None else {'problem': problem})
    sys.stdout.write(text + '\n')
    sys.stdout.flush()


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        office = Office()
    except Exception as problem:
        answer(str(problem))
        return
    try:
        answer(value='ready')
        for line in sys.stdin:
            request = json.loads(line)
            asked = request.pop('ask')
            try:
                if asked not in REQUESTS:
                    raise RuntimeError(f'no such request: {asked}')
                answer(value=getattr(office, asked)(**request))
            except Exception as problem:
                answer(f'{asked}: {problem}')
    finally:
        office.end()


main()
